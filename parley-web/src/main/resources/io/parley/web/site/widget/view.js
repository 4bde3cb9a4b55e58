/** What the widget shows: one of its screens, and the frame around them. */
import { html, nothing, ref, repeat } from '../shared/template.js';
import { avatar } from '../shared/avatar.js';
import { emojiTable, insert } from '../shared/emoji.js';
import { filesIn } from '../shared/upload.js';
import { icon } from '../shared/icons.js';
import { property } from '../shared/timeline.js';
import { safeAddress } from '../shared/text.js';
import { messages } from './messages.js';
import { Form, offlineForm } from './forms.js';

const PEEK_MILLIS = 1_200;

export class View {
  /**
   * @param {import('./chat.js').Chat} chat
   * @param {(key: string) => string} say
   * @param {{close: () => void, changed: (then?: () => void) => void}} page
   */
  constructor(chat, say, { close, changed }) {
    this.chat = chat;
    this.say = say;
    this.close = close;
    this.changed = changed;
    this.open = false;
    this.popup = '';
    this.dragging = false;
    this.bottom = true;
    /** @type {Form | null} */
    this.form = null;
    /** The last thread when writing was chosen, until the next begins. @type {string | null} */
    this.freshAfter = null;
    this.after = { thread: '', done: false, score: undefined };
    this.peek = { text: '', timer: 0 };
    this.webview = null;
    this.unseen = false;
    this.wantsFocus = false;
  }

  /** The frame was opened. @param {boolean} focus */
  opened(focus) {
    this.open = true;
    this.bottom = true;
    this.chat.lookWhoIsThere();
    this.drawn();
    this.changed();
    this.wantsFocus = focus;
  }

  page() {
    return html`<main class="widget" aria-label=${this.say('frame')}
      @dragover=${(event) => this.drag(event, true)} @dragleave=${(event) => !event.relatedTarget && this.drag(event, false)}
      @drop=${(event) => this.drop(event)}>
      ${this.header()}${this.trouble()}${this.screen()}
      ${this.dragging ? html`<div class="drop">${this.say('dropHere')}</div>` : nothing}
      ${this.webview ? this.view(this.webview) : nothing}
    </main>`;
  }

  /** A website that a button opened, over the conversation. */
  view({ address, title, height }) {
    return html`<div class="scrim" @click=${() => this.show(null)}></div>
      <div class="webview ${height}" role="dialog" aria-modal="true" aria-label=${title}><header><h2>${title}</h2>
        <button class="icon-button" aria-label=${this.say('back')} @click=${() => this.show(null)}>${icon('close')}</button></header>
        <iframe src=${address} title=${title} sandbox="allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe></div>`;
  }

  header() {
    const { agent, offline } = this.chat;
    const talking = this.chat.active && agent;
    return html`<header class="head">
      ${agent ? avatar(agent, '2.5rem') : html`<span class="mark">${icon('chat', 22)}</span>`}
      <div class="who"><h1>${talking || (agent && !offline) ? agent.name : this.say('title')}</h1>
        <p>${talking ? agent.job_title ?? this.say('agent') : this.presence()}</p></div>
      ${this.chat.active ? html`<button class="icon-button" aria-label=${this.say('menu')} aria-expanded=${this.popup === 'menu'}
        @click=${() => this.toggle('menu')}>${icon('more')}</button>` : nothing}
      <button class="icon-button" aria-label=${this.say('minimize')} @click=${this.close}>${icon('minimize')}</button>
      ${this.popup === 'menu' ? html`<div class="menu"><button @click=${() => this.end()}>${icon('close', 16)}${this.say('end')}</button></div>` : nothing}
    </header>`;
  }

  get lastThreadId() {
    return this.chat.timeline.lastThread?.id ?? '';
  }

  /** True if somebody is about to write the first words of a chat. */
  get fresh() {
    return this.freshAfter !== null && this.freshAfter === this.lastThreadId;
  }

  presence() {
    const { offline, active, queued, phase } = this.chat;
    const away = phase === 'ready' && offline && (!active || queued);
    return html`<span class=${away ? 'lamp away' : 'lamp'} aria-hidden="true"></span>${this.say(away ? 'offline' : 'online')}`;
  }

  trouble() {
    const { state } = this.chat.connection;
    return this.chat.phase === 'ready' && state !== 'online'
      ? html`<p class="trouble" role="status"><span class="spinner" aria-hidden="true"></span>${this.say(state === 'connecting' ? 'connecting' : 'reconnecting')}</p>` : nothing;
  }

  screen() {
    const { chat } = this;
    if (chat.phase === 'stopped') {
      const banned = chat.connection.reason === 'customer_banned';
      return html`<div class="body center"><div class="sorry"><span>${icon(banned ? 'ban' : 'info', 32)}</span><p>${this.say(banned ? 'banned' : 'broken')}</p>
        ${banned ? nothing : html`<button class="button quiet" @click=${() => location.reload()}>${this.say('retry')}</button>`}</div></div>`;
    }
    if (chat.phase === 'loading') {
      return html`<div class="body center"><span class="spinner" role="status" aria-label=${this.say('connecting')}></span></div>`;
    }
    if (this.form) {
      return html`<div class="body">${this.form.show()}</div>`;
    }
    const talked = chat.timeline.events().length > 0 || chat.timeline.outgoing.length > 0;
    if (chat.active || chat.timeline.outgoing.length > 0 || this.fresh) {
      return html`${this.log()}${this.composer()}`;
    }
    if (talked) {
      return html`${this.log(this.ending())}`;
    }
    return chat.offline ? this.leaveMessage() : this.home();
  }

  home() {
    const { greeting, agent } = this.chat;
    return html`<div class="body home"><div class="hello"><h2>${this.say('welcome')}</h2><p>${this.say('intro')}</p></div>
      <div class="panel">${greeting ? html`<div class="row">${avatar(greeting.agent ?? agent, '1.75rem')}<div class="stack">
          ${greeting.agent?.name ? html`<span class="name">${greeting.agent.name}</span>` : nothing}<div class="bubble" dir="auto">${greeting.text}</div></div></div>` : nothing}
        <button class="button wide" @click=${() => this.begin()}>${icon('chat', 18)}${this.say('start')}</button></div></div>`;
  }

  leaveMessage() {
    this.offline ??= offlineForm(this.chat, this.say, this.changed, () => (this.offline = null));
    return html`<div class="body">${this.offline.show()}</div>`;
  }

  log(end = nothing) {
    const { chat } = this;
    return html`<div class="body log" role="log" aria-live="polite" aria-busy=${chat.history.reading} aria-label=${this.say('log')} tabindex="0"
      @scroll=${(event) => this.scrolled(event.target)} ${ref((element) => (this.list = element))}>
      ${chat.history.hasOlder ? html`<button class="older" @click=${() => chat.history.older()}>${chat.history.reading ? html`<span class="spinner" role="status" aria-label=${this.say('connecting')}></span>` : this.say('older')}</button>` : nothing}
      ${chat.timeline.events().length === 0 && chat.greeting ? html`<div class="row"><div class="stack"><div class="bubble">${chat.greeting.text}</div></div></div>` : nothing}
      ${messages(chat, this.say, { press: (thread, event, button) => this.press(thread, event, button) })}
      ${chat.queued ? html`<p class="waiting" role="status">${this.waiting()}</p>` : nothing}
      ${chat.agentTyping ? html`<div class="row">${avatar(chat.agentTyping, '1.75rem')}<div class="bubble typing" role="status">
        <span class="sr-only">${chat.agentTyping.name} ${this.say('typing')}</span><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></div></div>` : nothing}
      ${end}</div>
      ${this.unseen ? html`<button class="unseen" @click=${() => this.toBottom()}>${this.say('newMessages')}${icon('minimize', 16)}</button>` : nothing}`;
  }

  /** What is said to somebody whom nobody answers yet. */
  waiting() {
    const { chat, say } = this;
    if (chat.leftMessage) {
      return say('left');
    }
    return chat.place ? say('place').replace('{n}', chat.place) : say('waiting');
  }

  toBottom() {
    this.bottom = true;
    this.unseen = false;
    this.changed();
    this.field?.focus();
  }

  /** What stands below a chat that is over: rating, survey, and the way to the next. */
  ending() {
    const { chat } = this;
    const thread = chat.timeline.lastThread;
    if (this.after.thread !== thread.id) {
      this.after = { thread: thread.id, done: false, score: undefined };
      this.askAfter(thread);
    }
    const score = property(thread.properties, 'rating', 'score');
    const offline = property(thread.properties, 'routing', 'offline_message');
    return html`<section class="ending"><p>${this.say(offline ? 'left' : 'ended')}</p>
      ${this.survey ? this.survey.show() : offline ? nothing : this.rating(score)}
      <button class="button quiet wide" @click=${() => this.begin()}>${this.say('startAgain')}</button></section>`;
  }

  rating(given) {
    const { say, after } = this;
    if (given !== undefined && after.score === undefined) {
      return html`<p class="thanks">${icon(given ? 'like' : 'dislike', 18)} ${say('thanks')}</p>`;
    }
    const choice = (score, name, label) => html`<button class="thumb" aria-pressed=${after.score === score}
      @click=${() => { after.score = score; this.chat.rate(score, '').catch(() => {}); this.changed(); }}>${icon(name, 22)}<span>${say(label)}</span></button>`;
    return html`<div class="rating" role="group" aria-label=${say('rate')}><h2>${say('rate')}</h2>
      <div class="thumbs">${choice(1, 'like', 'good')}${choice(0, 'dislike', 'bad')}</div>
      ${after.score === undefined ? nothing : html`<form class="comment" @submit=${(event) => this.comment(event)}>
        <label class="sr-only" for="comment">${say('comment')}</label><input id="comment" class="input" maxlength="1000" placeholder=${say('comment')}>
        <button class="button">${say('sendRating')}</button></form>`}</div>`;
  }

  comment(event) {
    event.preventDefault();
    const text = event.target.querySelector('input').value.trim();
    this.chat.rate(this.after.score, text).then(() => { this.after.score = undefined; this.changed(); }, () => {});
  }

  async askAfter(thread) {
    this.survey = null;
    const form = await this.chat.form('postchat');
    const filled = [...thread.events.values()].some((event) => property(event.properties, 'lc2', 'form_type') === 'postchat');
    if (form && !filled && !this.chat.active) {
      this.survey = new Form(form, this.chat, this.say, this.changed, async (fields) => {
        await this.chat.rtm.request('send_event', {
          chat_id: this.chat.chatId, attach_to_last_thread: true,
          event: { type: 'filled_form', form_id: form.id, fields, properties: { lc2: { form_type: { value: 'postchat' } } } },
        });
        this.survey = null;
      });
      this.changed();
    }
  }

  /** Goes on to writing, by way of the form that comes first, if there is one. */
  async begin() {
    const { chat } = this;
    await chat.lookWhoIsThere();
    if (chat.offline) {
      this.form = offlineForm(chat, this.say, this.changed, () => (this.form = null));
      this.changed();
      return;
    }
    const form = await chat.form('prechat');
    this.form = form && new Form(form, chat, this.say, this.changed, async (fields, found) => {
      chat.visitor.introduce(found.customer);
      await chat.begin([{ type: 'filled_form', form_id: form.id, fields, properties: { lc2: { form_type: { value: 'prechat' } } } }], { group: found.group });
      this.form = null;
      this.focus();
    }, { title: 'survey', submit: 'start', leave: () => { this.form = null; this.changed(); } });
    this.freshAfter = form ? null : this.lastThreadId;
    this.changed();
    this.focus();
  }

  composer() {
    const { say, chat } = this;
    return html`<form class="composer" @submit=${(event) => { event.preventDefault(); this.submit(); }}>
      ${this.popup === 'emoji' ? html`<div class="popup">${emojiTable(say('emoji'), (emoji) => { insert(this.field, emoji); this.toggle('emoji'); }, () => this.toggle('emoji'))}</div>` : nothing}
      <div class="box"><label class="sr-only" for="text">${say('write')}</label>
        <textarea id="text" rows="1" maxlength="5000" placeholder=${say('write')} dir="auto" enterkeyhint="send" ${ref((element) => (this.field = element))}
          @input=${() => this.typed()} @keydown=${(event) => this.key(event)} @paste=${(event) => this.paste(event)}></textarea>
        <button type="button" class="icon-button" aria-label=${say('emoji')} aria-expanded=${this.popup === 'emoji'} @click=${() => this.toggle('emoji')}>${icon('emoji')}</button>
        <label class="icon-button" title=${say('attach')}>${icon('attach')}<input class="sr-only" type="file" multiple aria-label=${say('attach')} ?disabled=${!chat.active}
          @change=${(event) => { this.sendFiles([...event.target.files]); event.target.value = ''; }}></label></div>
      <button class=${this.written ? 'icon-button send ready' : 'icon-button send'} aria-label=${say('send')}>${icon('send')}</button></form>`;
  }

  submit() {
    const text = this.field.value.trim();
    if (!text) {
      return;
    }
    this.field.value = '';
    this.field.style.height = '';
    this.written = false;
    clearTimeout(this.peek.timer);
    this.peek = { text: '', timer: 0 };
    this.bottom = true;
    this.chat.outbox.send(text);
  }

  key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    }
  }

  typed() {
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight}px`;
    if (this.written !== (this.field.value.trim() !== '')) {
      this.written = !this.written;
      this.changed();
    }
    this.peek.text = this.field.value;
    this.peek.timer ||= setTimeout(() => {
      this.peek.timer = 0;
      this.chat.peek(this.peek.text);
    }, PEEK_MILLIS);
  }

  paste(event) {
    const files = filesIn(event.clipboardData);
    if (files.length) {
      event.preventDefault();
      this.sendFiles(files);
    }
  }

  drag(event, over) {
    event.preventDefault();
    if (this.dragging !== (over && this.chat.active)) {
      this.dragging = over && this.chat.active;
      this.changed();
    }
  }

  drop(event) {
    event.preventDefault();
    this.dragging = false;
    this.sendFiles(filesIn(event.dataTransfer));
    this.changed();
  }

  sendFiles(files) {
    if (this.chat.active) {
      this.bottom = true;
      files.forEach((file) => this.chat.outbox.sendFile(file));
    }
  }

  press(thread, event, button) {
    this.chat.press(thread, event, button);
    const address = button.type === 'webview' && safeAddress(button.value);
    if (address) {
      this.opener = document.activeElement;
      this.show({ address, title: button.text, height: button.webview_height ?? 'full' });
    }
  }

  show(webview) {
    this.webview = webview;
    this.changed(() => (webview ? document.querySelector('.webview button') : this.opener)?.focus());
  }

  /** Closes what lies on top. @returns {boolean} whether there was something */
  escape() {
    if (this.webview) {
      this.show(null);
    } else if (this.popup) {
      this.toggle(this.popup);
    } else {
      return false;
    }
    return true;
  }

  end() {
    this.popup = '';
    this.freshAfter = null;
    this.chat.end().catch(() => {});
    this.changed();
  }

  toggle(popup) {
    this.popup = this.popup === popup ? '' : popup;
    this.changed(() => (this.popup === 'emoji' ? document.querySelector('.emoji-table button') : this.field)?.focus());
  }

  focus() {
    this.wantsFocus = true;
    this.changed();
  }

  scrolled(list) {
    this.bottom = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
    if (this.bottom && this.unseen) {
      this.unseen = false;
      this.changed();
    }
    if (list.scrollTop < 60 && this.chat.history.hasOlder) {
      this.chat.history.older();
    }
    this.drawn();
  }

  /** After something was drawn: keeps the place, and notes what has been read. */
  drawn() {
    const first = this.wantsFocus && document.querySelector('.composer textarea, form input, form textarea, .body .button');
    if (first) {
      this.wantsFocus = false;
      first.focus();
    }
    const { list } = this;
    if (list?.isConnected) {
      if (this.bottom) {
        list.scrollTop = list.scrollHeight;
      } else if (this.height && list.scrollHeight !== this.height && list.scrollTop < 200) {
        list.scrollTop += list.scrollHeight - this.height;
      }
      this.height = list.scrollHeight;
    }
    const reading = this.bottom || !list?.isConnected;
    if (this.open && document.visibilityState === 'visible' && reading) {
      this.chat.markSeen();
    }
    if (!reading && !this.unseen && this.chat.unread > 0) {
      this.unseen = true;
      this.changed();
    }
  }
}
