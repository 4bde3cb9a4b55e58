/** The open chat: its messages, what one can do with it, and where one writes. */
import { html, nothing } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { icon } from '../../shared/icons.js';
import { actions } from './actions.js';
import { Composer } from './composer.js';
import { Details } from './details.js';
import { Dialogs } from './dialogs.js';
import { MessageList } from './message-list.js';
import { outgoing } from './messages.js';

const NEAR_BEGIN = 600;

export class Conversation {
  /** @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell */
  constructor(app, shell) {
    this.app = app;
    this.shell = shell;
    this.composer = new Composer(app, this);
    this.details = new Details(app, this);
    this.dialogs = new Dialogs(app, this);
    this.list = new MessageList(app, shell.changed, () => this.moved());
    this.menu = false;
    this.wide = innerWidth > 1180;
    /** @type {import('../model/chat.js').Chat | null} */
    this.shown = null;
    /** The newest message when the reader left the end. */
    this.leftAt = '';
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
      return this.nothing();
    }
    if (this.shown !== chat) {
      this.shown = chat;
      this.list.forget(chat);
      this.composer.show(chat);
      this.details.show(chat);
    }
    this.app.read(chat);
    if (chat.missing) {
      return html`<section class="conversation empty"><div class="nothing">${icon('search', 36)}<h2>This chat is not there</h2><p class="faint">It does not exist, or you may not read it.</p><a class="button quiet" href="#/chats">All chats</a></div></section>`;
    }
    return html`<section class="conversation" aria-label=${`Chat with ${chat.customerName}`}>
      ${this.head(chat)}
      ${chat.read || chat.timeline.events().length ? this.list.page(chat, this.before(chat), html`${outgoing(this.app, chat)}${this.presence(chat)}`) : waiting()}
      ${this.toEnd(chat)}
      ${this.foot(chat)}</section>
      ${this.wide ? this.details.page(chat) : nothing}
      ${this.dialogs.page()}`;
  }

  nothing() {
    const { accepting } = this.shell;
    return html`<section class="conversation empty"><div class="nothing">${icon('chat', 40)}<h2>${accepting ? 'Pick a chat' : 'You are away'}</h2>
      <p class="faint">${accepting ? 'New chats come to you by themselves.' : 'New chats go to your colleagues until you accept chats.'}</p>
      ${accepting ? nothing : html`<button class="button" @click=${() => this.app.setAccepting(true)}>Accept chats</button>`}</div></section>`;
  }

  before(chat) {
    if (chat.reading && chat.hasOlder) {
      return html`<p class="older"><span class="spinner" role="status" aria-label="Loading earlier conversations"></span></p>`;
    }
    return chat.hasOlder ? html`<p class="older"><button @click=${() => this.app.history.older(chat)}>Earlier conversations</button></p>` : nothing;
  }

  /** The way back to the end, for who reads what was said earlier. */
  toEnd(chat) {
    if (this.list.bottom) {
      return nothing;
    }
    const events = chat.timeline.events();
    let news = 0;
    for (let at = events.length - 1; at >= 0 && events[at].event.created_at > this.leftAt; at--) {
      news += events[at].event.type !== 'system_message' && events[at].event.author_id !== this.app.me.id ? 1 : 0;
    }
    return html`<div class="to-end"><button class=${news ? 'button' : 'button quiet'} @click=${() => this.list.toEnd()}>${icon('minimize', 16)}${news ? `${news} new` : 'To the end'}</button></div>`;
  }

  head(chat) {
    const people = chat.agents.map((agent) => (agent.id === this.app.me.id ? 'you' : agent.name)).join(', ');
    const where = chat.groupIds.map((id) => this.app.groupName(id)).join(', ');
    const state = !chat.active ? 'This conversation is over' : people ? `With ${people}` : chat.queuePosition ? `Number ${chat.queuePosition} in the queue` : 'Waiting for an agent';
    return html`<header class="column-head"><a class="icon-button only-narrow" href="#/chats" aria-label="All chats">${icon('back')}</a>
      ${avatar({ ...chat.customer, name: chat.customerName })}
      <div class="who"><h2>${chat.customerName}</h2><p class="faint small">${[state, where].filter(Boolean).join(' · ')}</p></div>
      ${chat.active ? html`<button class="icon-button not-narrow" title="Transfer (Alt + T)" aria-label="Transfer" @click=${() => this.dialogs.transfer(chat)}>${icon('transfer')}</button>` : nothing}
      ${chat.lastThread ? html`<button class="icon-button not-narrow" title="Tags (Alt + G)" aria-label="Tags" @click=${() => this.dialogs.tags(chat)}>${icon('tag')}</button>` : nothing}
      <button class="icon-button" title="Details (Alt + D)" aria-label="Details" aria-pressed=${this.wide} @click=${() => this.toggleDetails()}>${icon('info')}</button>
      <button class="icon-button" data-menu aria-label="More" aria-haspopup="true" aria-expanded=${this.menu} @click=${() => this.toggleMenu()}>${icon('more')}</button>
      ${this.menu ? actions(this, chat) : nothing}</header>`;
  }

  presence(chat) {
    const typing = chat.typing && chat.typing.until > Date.now() ? this.app.person(chat, chat.typing.who) : undefined;
    return html`${chat.peek ? html`<div class="row peek"><span class="gap"></span><div class="stack"><span class="name">${chat.customerName} is writing <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></span><div class="bubble" dir="auto">${chat.peek.text}</div></div></div>` : nothing}
      ${typing && !(chat.peek && chat.typing.who === chat.customer?.id) ? html`<p class="typing-line faint small">${typing.name || 'Somebody'} is typing <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span></p>` : nothing}`;
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

  toggleMenu() {
    this.menu = !this.menu;
    this.changed(() => this.menu && document.querySelector('.menu .menu-item')?.focus());
  }

  /** Closes what is open. @returns {boolean} whether anything was */
  escape() {
    const narrow = innerWidth <= 1024 && this.wide;
    const open = this.menu || this.dialogs.open || narrow;
    if (this.menu) {
      document.querySelector('[data-menu]')?.focus();
    }
    this.menu = false;
    this.wide &&= !narrow;
    this.dialogs.close();
    this.changed();
    return Boolean(open);
  }

  key(event, writing) {
    if (event.key === 'Escape') {
      if (!this.escape() && writing) {
        document.querySelector('.log')?.focus();
      }
    } else if (event.key === '/' && !writing) {
      event.preventDefault();
      this.composer.focus();
    } else if (event.altKey && event.code in ALT) {
      event.preventDefault();
      ALT[event.code](this, this.shown);
    }
  }

  /** The reader has gone elsewhere in the messages. */
  moved() {
    const { list, shown } = this;
    if (!list.bottom && !this.leftAt) {
      this.leftAt = shown?.timeline.events().at(-1)?.event.created_at ?? '';
    } else if (list.bottom) {
      this.leftAt = '';
    }
    if (shown && list.log.scrollTop < NEAR_BEGIN) {
      this.app.history.older(shown);
    }
    this.seen();
  }

  /** After something was drawn: keeps the place in the list, and notes what has been read. */
  drawn() {
    if (this.shown) {
      this.list.settle();
      this.seen();
    }
  }

  seen() {
    if (this.shown && this.list.bottom && !document.hidden) {
      this.app.markSeen(this.shown);
    }
  }
}

/** What the Alt key does in an open chat. @type {Record<string, (conversation: Conversation, chat: any) => void>} */
const ALT = {
  KeyD: (conversation) => conversation.toggleDetails(),
  KeyN: (conversation, chat) => chat && conversation.composer.toggleNote(chat),
  KeyT: (conversation, chat) => chat?.active && conversation.dialogs.transfer(chat),
  KeyG: (conversation, chat) => chat?.lastThread && conversation.dialogs.tags(chat),
  KeyE: (conversation, chat) => chat?.active && conversation.app.ask('close_thread', { chat_id: chat.id }),
};

function waiting() {
  return html`<div class="log waiting" role="status" aria-label="Loading">${[52, 34, 60, 40, 28].map((width, index) => html`<span class=${index % 3 === 1 ? 'ghost own' : 'ghost'} .style=${`width:${width}%`}></span>`)}</div>`;
}
