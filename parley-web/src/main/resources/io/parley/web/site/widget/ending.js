/** What stands below a chat that is over: rating, survey, and the way to the next. */
import { html, nothing } from '../shared/template.js';
import { icon } from '../shared/icons.js';
import { property } from '../shared/timeline.js';
import { Form } from './forms.js';

export class Ending {
  /** @param {import('./view.js').View} view */
  constructor(view) {
    this.view = view;
    this.chat = view.chat;
    this.say = view.say;
    /** The thread that is over. */
    this.threadId = '';
    /** What was chosen, until there was a comment on it. @type {0 | 1 | undefined} */
    this.score = undefined;
    /** @type {Form | null} */
    this.survey = null;
  }

  page() {
    const { chat, say } = this;
    const thread = chat.timeline.lastThread;
    if (this.threadId !== thread.id) {
      this.threadId = thread.id;
      this.score = undefined;
      this.ask(thread);
    }
    const rest = chat.leftMessage ? nothing : this.rating(property(thread.properties, 'rating', 'score'));
    return html`<section class="ending"><p>${say(chat.leftMessage ? 'left' : 'ended')}</p>
      ${this.survey ? this.survey.show() : rest}
      <button class="button quiet wide" @click=${() => this.view.begin()}>${say('startAgain')}</button></section>`;
  }

  rating(given) {
    const { say } = this;
    if (given !== undefined && this.score === undefined) {
      return html`<p class="thanks">${icon(given ? 'like' : 'dislike', 18)} ${say('thanks')}</p>`;
    }
    const choice = (score, name, label) => html`<button class="thumb" aria-pressed=${this.score === score}
      @click=${() => this.rate(score)}>${icon(name, 22)}<span>${say(label)}</span></button>`;
    return html`<div class="rating" role="group" aria-label=${say('rate')}><h2>${say('rate')}</h2>
      <div class="thumbs">${choice(1, 'like', 'good')}${choice(0, 'dislike', 'bad')}</div>
      ${this.score === undefined ? nothing : html`<form class="comment" @submit=${(event) => this.comment(event)}>
        <label class="sr-only" for="comment">${say('comment')}</label><input id="comment" class="input" maxlength="1000" placeholder=${say('comment')}>
        <button class="button">${say('sendRating')}</button></form>`}</div>`;
  }

  rate(score) {
    this.score = score;
    this.chat.rate(score, '').catch(() => {});
    this.view.changed();
  }

  comment(event) {
    event.preventDefault();
    const text = event.target.querySelector('input').value.trim();
    this.chat.rate(this.score, text).then(() => { this.score = undefined; this.view.changed(); }, () => {});
  }

  /** Shows the survey, if the license has one that was not filled in yet. */
  async ask(thread) {
    const { chat } = this;
    this.survey = null;
    const form = await chat.form('postchat');
    const filled = [...thread.events.values()].some((event) => property(event.properties, 'lc2', 'form_type') === 'postchat');
    if (form && !filled && !chat.active) {
      this.survey = new Form(form, chat, this.say, this.view.changed, async (fields) => {
        await chat.rtm.request('send_event', {
          chat_id: chat.chatId, attach_to_last_thread: true,
          event: { type: 'filled_form', form_id: form.id, fields, properties: { lc2: { form_type: { value: 'postchat' } } } },
        });
        this.survey = null;
      });
      this.view.changed();
    }
  }
}
