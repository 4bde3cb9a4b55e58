/** What the widget shows: one of its screens, and the frame around them. */
import { html, nothing } from '../shared/template.js';
import { avatar } from '../shared/avatar.js';
import { filesIn } from '../shared/upload.js';
import { icon } from '../shared/icons.js';
import { safeAddress } from '../shared/text.js';
import { Composer } from './composer.js';
import { Ending } from './ending.js';
import { Form, offlineForm } from './forms.js';
import { MessageList } from './message-list.js';

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
    /** @type {Form | null} */
    this.form = null;
    /** The last thread when writing was chosen, until the next begins. @type {string | null} */
    this.freshAfter = null;
    this.webview = null;
    this.wantsFocus = false;
    this.list = new MessageList(this);
    this.composer = new Composer(this);
    this.ending = new Ending(this);
  }

  /** The frame was opened. @param {boolean} focus */
  opened(focus) {
    this.open = true;
    this.list.bottom = true;
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
      return html`${this.list.page()}${this.composer.page()}`;
    }
    if (talked) {
      return this.list.page(this.ending.page());
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
    this.composer.sendFiles(filesIn(event.dataTransfer));
    this.changed();
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
    this.changed(() => (this.popup === 'emoji' ? document.querySelector('.emoji-table button') : this.composer.field)?.focus());
  }

  focus() {
    this.wantsFocus = true;
    this.changed();
  }

  /** After something was drawn: keeps the place, and notes what has been read. */
  drawn() {
    const first = this.wantsFocus && document.querySelector('.composer textarea, form input, form textarea, .body .button');
    if (first) {
      this.wantsFocus = false;
      first.focus();
    }
    this.list.settle();
    if (this.open && document.visibilityState === 'visible' && this.list.atEnd) {
      this.chat.markSeen();
    }
    this.list.tellOfNew();
  }
}
