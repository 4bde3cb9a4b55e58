/**
 * The conversation as it is scrolled: what comes is followed at the end; elsewhere the reader's place is
 * kept, and it is said that there is something new.
 */
import { html, nothing, ref } from '../shared/template.js';
import { avatar } from '../shared/avatar.js';
import { icon } from '../shared/icons.js';
import { messages } from './messages.js';

const NEAR_END = 40;
const NEAR_TOP = 60;

export class MessageList {
  /** @param {import('./view.js').View} view */
  constructor(view) {
    this.view = view;
    this.chat = view.chat;
    this.say = view.say;
    /** True while the reader is at the end. */
    this.bottom = true;
    /** True while there is something new that the reader has not scrolled to. */
    this.unseen = false;
    this.height = 0;
  }

  /** @param {any} [end] what stands below the last message */
  page(end = nothing) {
    const { chat, say } = this;
    const { history } = chat;
    return html`<div class="body log" role="log" aria-live="polite" aria-busy=${history.reading} aria-label=${say('log')} tabindex="0"
      @scroll=${(event) => this.scrolled(event.target)} ${ref((element) => (this.log = element))}>
      ${history.hasOlder ? html`<button class="older" @click=${() => history.older()}>${history.reading ? html`<span class="spinner" role="status" aria-label=${say('connecting')}></span>` : say('older')}</button>` : nothing}
      ${chat.timeline.events().length === 0 && chat.greeting ? html`<div class="row"><div class="stack"><div class="bubble">${chat.greeting.text}</div></div></div>` : nothing}
      ${messages(chat, say, { press: (thread, event, button) => this.view.press(thread, event, button) })}
      ${chat.queued ? html`<p class="waiting" role="status">${this.waiting()}</p>` : nothing}
      ${chat.agentTyping ? html`<div class="row">${avatar(chat.agentTyping, '1.75rem')}<div class="bubble typing" role="status">
        <span class="sr-only">${chat.agentTyping.name} ${say('typing')}</span><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></div></div>` : nothing}
      ${end}</div>
      ${this.unseen ? html`<button class="unseen" @click=${() => this.toEnd()}>${say('newMessages')}${icon('minimize', 16)}</button>` : nothing}`;
  }

  /** What is said to somebody whom nobody answers yet. */
  waiting() {
    const { chat, say } = this;
    if (chat.leftMessage) {
      return say('left');
    }
    return chat.place ? say('place').replace('{n}', chat.place) : say('waiting');
  }

  /** Goes to the newest message, and to writing. */
  toEnd() {
    this.bottom = true;
    this.unseen = false;
    this.view.changed();
    this.view.composer.field?.focus();
  }

  scrolled(log) {
    this.bottom = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (this.bottom && this.unseen) {
      this.unseen = false;
      this.view.changed();
    }
    if (log.scrollTop < NEAR_TOP && this.chat.history.hasOlder) {
      this.chat.history.older();
    }
    this.view.drawn();
  }

  /** True if nothing new is out of the reader's sight. */
  get atEnd() {
    return this.bottom || !this.log?.isConnected;
  }

  /** After something was drawn: stays at the end, or where the reader was before older messages came. */
  settle() {
    const { log } = this;
    if (!log?.isConnected) {
      return;
    }
    if (this.bottom) {
      log.scrollTop = log.scrollHeight;
    } else if (this.height && log.scrollHeight !== this.height && log.scrollTop < 200) {
      log.scrollTop += log.scrollHeight - this.height;
    }
    this.height = log.scrollHeight;
  }

  /** Says that there is something new further down, if there is. */
  tellOfNew() {
    if (!this.atEnd && !this.unseen && this.chat.unread > 0) {
      this.unseen = true;
      this.view.changed();
    }
  }
}
