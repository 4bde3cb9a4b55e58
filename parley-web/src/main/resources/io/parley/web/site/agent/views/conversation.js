/** The open chat: its messages, what one can do with it, and where one writes. */
import { html, nothing, ref } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { icon } from '../../shared/icons.js';
import { Composer } from './composer.js';
import { Details } from './details.js';
import { Dialogs } from './dialogs.js';
import { messages } from './messages.js';

export class Conversation {
  /** @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell */
  constructor(app, shell) {
    this.app = app;
    this.shell = shell;
    this.composer = new Composer(app, this);
    this.details = new Details(app, this);
    this.dialogs = new Dialogs(app, this);
    this.menu = false;
    this.wide = innerWidth > 1180;
    this.bottom = true;
    this.shown = null;
  }

  get changed() {
    return this.shell.changed;
  }

  /** Another place was opened. */
  close() {
    this.menu = false;
    this.dialogs.close();
  }

  /** @param {import('../model/chat.js').Chat | undefined} chat */
  page(chat) {
    if (!chat) {
      this.shown = null;
      return html`<section class="conversation empty"><div>${icon('chat', 40)}<h2>Pick a chat</h2>
        <p class="faint">${this.shell.accepting ? 'New chats come by themselves.' : 'You are away: new chats go to others.'}</p>
        ${this.shell.accepting ? nothing : html`<button class="button" @click=${() => this.app.setAccepting(true)}>Accept chats</button>`}</div></section>`;
    }
    if (this.shown !== chat) {
      this.shown = chat;
      this.bottom = true;
      this.composer.show(chat);
      this.details.show(chat);
    }
    this.app.read(chat);
    return html`<section class="conversation" aria-label=${`Chat with ${chat.customerName}`}>
      ${this.head(chat)}
      <div class="log" role="log" aria-live="polite" aria-label="Messages" tabindex="0" @scroll=${(event) => this.scrolled(chat, event.target)} ${ref((element) => (this.log = element))}>
        ${chat.olderThreads.length ? html`<button class="older" @click=${() => this.app.older(chat)}>${chat.reading ? html`<span class="spinner"></span>` : 'Earlier conversations'}</button>` : nothing}
        ${chat.read || chat.timeline.events().length ? messages(this.app, chat) : html`<span class="spinner middle" role="status" aria-label="Loading"></span>`}
        ${this.presence(chat)}</div>
      ${this.foot(chat)}</section>
      ${this.wide ? this.details.page(chat) : nothing}
      ${this.dialogs.page()}`;
  }

  head(chat) {
    const people = chat.agents.map((agent) => (agent.id === this.app.me.id ? 'you' : agent.name)).join(', ');
    return html`<header class="column-head"><a class="icon-button only-narrow" href="#/chats" aria-label="All chats">${icon('back')}</a>
      ${avatar({ ...chat.customer, name: chat.customerName })}
      <div class="who"><h2>${chat.customerName}</h2><p class="faint small">${chat.active ? (people ? `With ${people}` : 'Waiting for an agent') : 'This conversation is over'} · ${chat.groupIds.map((id) => this.app.groupName(id)).join(', ')}</p></div>
      ${chat.active ? html`<button class="icon-button" title="Transfer" aria-label="Transfer" @click=${() => this.dialogs.transfer(chat)}>${icon('transfer')}</button>
        <button class="icon-button" title="Tags" aria-label="Tags" @click=${() => this.dialogs.tags(chat)}>${icon('tag')}</button>` : nothing}
      <button class="icon-button" title="Details" aria-label="Details" aria-pressed=${this.wide} @click=${() => this.toggleDetails()}>${icon('info')}</button>
      <button class="icon-button" aria-label="More" aria-expanded=${this.menu} @click=${() => { this.menu = !this.menu; this.changed(); }}>${icon('more')}</button>
      ${this.menu ? this.actions(chat) : nothing}</header>`;
  }

  actions(chat) {
    const { app } = this;
    const item = (drawing, label, act) => html`<button class="menu-item" @click=${() => { this.menu = false; act(); this.changed(); }}>${icon(drawing, 18)}${label}</button>`;
    return html`<div class="menu">
      ${chat.active && chat.mine ? item('addPerson', 'Add an agent…', () => this.dialogs.addAgent(chat)) : nothing}
      ${chat.agents.filter((agent) => agent.id !== app.me.id && chat.active).map((agent) => item('person', `Remove ${agent.name}`, () => app.ask('remove_user_from_chat', { chat_id: chat.id, user_id: agent.id, user_type: 'agent' })))}
      ${chat.active && chat.mine ? item('signOut', 'Leave the chat', () => app.ask('remove_user_from_chat', { chat_id: chat.id, user_id: app.me.id, user_type: 'agent' })) : nothing}
      ${chat.mine ? nothing : item(chat.followed ? 'eyeOff' : 'eye', chat.followed ? 'Stop supervising' : 'Supervise', () => this.follow(chat))}
      ${item('ban', 'Ban the customer…', () => this.dialogs.ban(chat))}
      ${chat.active ? item('check', 'End the conversation', () => this.end(chat)) : nothing}</div>`;
  }

  async follow(chat) {
    const followed = !chat.followed;
    if (await this.app.ask(followed ? 'follow_chat' : 'unfollow_chat', { chat_id: chat.id })) {
      chat.followed = followed;
      this.changed();
    }
  }

  end(chat) {
    return this.app.ask('close_thread', { chat_id: chat.id });
  }

  presence(chat) {
    const typing = chat.typing && chat.typing.until > Date.now() ? this.app.person(chat, chat.typing.who) : undefined;
    return html`${chat.peek ? html`<div class="row peek"><span class="gap"></span><div class="stack"><span class="name">${chat.customerName} is writing</span><div class="bubble" dir="auto">${chat.peek.text}</div></div></div>` : nothing}
      ${typing ? html`<p class="typing-line faint small">${typing.name} is typing <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></p>` : nothing}`;
  }

  foot(chat) {
    if (chat.active && !chat.mine) {
      return html`<footer class="choice"><p class="faint">${chat.agents.length ? 'You are not in this chat. Notes reach the agents only.' : 'Nobody has taken this chat yet.'}</p>
        <button class="button" @click=${() => this.join(chat)}>${chat.agents.length ? 'Join' : 'Take the chat'}</button></footer>
        ${chat.agents.length ? this.composer.page(chat, true) : nothing}`;
    }
    if (!chat.active) {
      return html`<footer class="choice"><p class="faint">The conversation is over.</p>
        <button class="button quiet" @click=${() => this.again(chat)}>Start a new one</button></footer>`;
    }
    return this.composer.page(chat, false);
  }

  join(chat) {
    return this.app.ask('add_user_to_chat', { chat_id: chat.id, user_id: this.app.me.id, user_type: 'agent' });
  }

  again(chat) {
    return this.app.ask('activate_chat', { chat: { id: chat.id } });
  }

  toggleDetails() {
    this.wide = !this.wide;
    this.changed();
  }

  key(event, writing) {
    if (event.key === 'Escape') {
      this.menu = false;
      this.dialogs.close();
      this.changed();
    } else if (event.key === '/' && !writing) {
      event.preventDefault();
      this.composer.focus();
    } else if (event.altKey && event.code === 'KeyD') {
      event.preventDefault();
      this.toggleDetails();
    }
  }

  scrolled(chat, log) {
    this.bottom = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    if (log.scrollTop < 80 && chat.olderThreads.length) {
      this.app.older(chat);
    }
    this.seen();
  }

  /** After something was drawn: keeps the place in the list, and notes what has been read. */
  drawn() {
    const { log } = this;
    if (!log?.isConnected || !this.shown) {
      return;
    }
    if (this.bottom) {
      log.scrollTop = log.scrollHeight;
    } else if (this.height && log.scrollHeight > this.height && log.scrollTop < 200) {
      log.scrollTop += log.scrollHeight - this.height;
    }
    this.height = log.scrollHeight;
    this.seen();
  }

  seen() {
    if (this.shown && this.bottom && !document.hidden) {
      this.app.markSeen(this.shown);
    }
  }
}
