/** The lists of chats, as one list of rows of one height of which only those in view are drawn. */
import { html, live, nothing, ref, repeat } from '../../shared/template.js';
import { ago } from '../../shared/time.js';
import { avatar } from '../../shared/avatar.js';
import { icon } from '../../shared/icons.js';
import { summary } from '../../shared/bodies.js';

const ROW = 72;
const HEAD = 36;
const BEYOND = 400;
const SECTIONS = [
  ['mine', 'My chats'], ['queued', 'Queued'], ['unassigned', 'Unassigned'], ['supervised', 'Supervised'], ['others', 'With other agents'], ['closed', 'Just closed'],
];

const WORDS = { file: 'File', card: 'Card', filledForm: 'Answers to a form' };
const say = (key) => WORDS[key] ?? key;
const movedAt = (chat) => chat.movedAt;
const waitingSince = (chat) => new Date((chat.lastThread?.timestamp ?? 0) * 1000).toISOString();

export class ChatList {
  /** @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell */
  constructor(app, shell) {
    this.app = app;
    this.shell = shell;
    this.folded = new Set(['others']);
    this.top = 0;
    this.height = 900;
    this.words = '';
    this.holding = ref((element) => {
      this.element = element ?? this.element;
      if (element) {
        element.scrollTop = this.top;
        this.height = element.clientHeight || this.height;
      }
    });
  }

  /** Whether new chats come to this agent. */
  switch() {
    const { accepting } = this.shell;
    return html`<label class="switch accept" title=${accepting ? 'New chats come to you' : 'New chats go to others'}><span>${accepting ? 'Accepting' : 'Away'}</span><input type="checkbox" role="switch" aria-label="Accept chats" .checked=${live(accepting)} @change=${(event) => this.app.setAccepting(event.target.checked)}></label>`;
  }

  /** Sections with their chats, those that wait longest first where somebody waits. */
  sections() {
    const chatsByPlace = Object.groupBy([...this.app.chats.values()].filter((chat) => this.fits(chat)), (chat) => chat.place);
    return SECTIONS.map(([place, label]) => {
      const chats = (chatsByPlace[place] ?? []).filter((chat) => place !== 'closed' || chat.kept || (chat.id === this.shell.route.chat && chat.users.size > 0));
      const waiting = place === 'queued' || place === 'unassigned';
      const rank = waiting ? waitingSince : movedAt;
      const ranks = new Map(chats.map((chat) => [chat, rank(chat)]));
      chats.sort((one, other) => (ranks.get(one) < ranks.get(other) ? 1 : -1) * (waiting ? -1 : 1));
      return { place, label, chats };
    }).filter(({ place, chats }) => chats.length > 0 || place === 'mine' || place === 'queued');
  }

  fits(chat) {
    const words = this.words.toLowerCase();
    return !words || chat.customerName.toLowerCase().includes(words) || summary(chat.lastEvent, say).toLowerCase().includes(words);
  }

  page() {
    const rows = this.rows();
    const total = rows.at(-1)?.end ?? 0;
    const focused = this.element?.contains(document.activeElement) ? document.activeElement.closest('[data-key]')?.dataset.key : undefined;
    const shown = rows.filter((row) => row.key === focused || (row.end > this.top - BEYOND && row.start < this.top + this.height + BEYOND));
    return html`<section class="chat-list" aria-label="Chats">
      <header class="column-head"><h1>Chats</h1>${this.switch()}</header>
      <div class="find"><label>${icon('search', 18)}<span class="sr-only">Find a chat</span><input type="search" placeholder="Find a chat" .value=${this.words} @input=${(event) => { this.words = event.target.value; this.shell.changed(); }}></label></div>
      <div class="rows" @scroll=${(event) => this.scrolled(event.target)} @keydown=${(event) => this.key(event)} ${this.holding}>
        <div class="rows-inner" role="list" .style=${`height:${total}px`}>${repeat(shown, (row) => row.key, (row) => row.draw())}</div></div></section>`;
  }

  rows() {
    const rows = [];
    let at = 0;
    const add = (key, height, draw) => {
      const start = at;
      at += height;
      rows.push({ key, start, end: at, draw: () => draw(`transform:translateY(${start}px);height:${height}px`) });
    };
    for (const { place, label, chats } of this.sections()) {
      const folded = this.folded.has(place);
      add(place, HEAD, (style) => html`<div role="listitem" class="section-head" data-key=${place} .style=${style}><button aria-expanded=${!folded} @click=${() => this.fold(place)}>
        <span>${label}</span><span class="faint">${chats.length}</span></button></div>`);
      if (!folded) {
        chats.forEach((chat) => add(chat.id, ROW, (style) => this.row(chat, style)));
        if (chats.length === 0) {
          add(`${place}-none`, HEAD, (style) => html`<p role="listitem" class="none faint small" .style=${style}>${place === 'mine' ? (this.words ? 'Nothing found.' : this.shell.accepting ? 'No chats just now.' : 'You are away, so no chats come.') : 'Nobody waits.'}</p>`);
        }
      }
    }
    this.order = rows;
    return rows;
  }

  row(chat, style) {
    const { unread, lastEvent, place } = chat;
    const own = lastEvent?.author_id === this.app.me.id;
    const waiting = place === 'queued' || place === 'unassigned';
    return html`<div role="listitem" class="chat-row" data-key=${chat.id} .style=${style}><a href=${`#/chats/${encodeURIComponent(chat.id)}`} aria-current=${this.shell.route.chat === chat.id ? 'true' : nothing} data-unread=${unread > 0}>
      ${avatar({ ...chat.customer, name: chat.customerName }, '2.5rem')}
      <span class="chat-row-text"><span class="line"><strong>${chat.customerName}</strong><time class="faint small">${waiting ? `waits ${ago(waitingSince(chat))}` : ago(chat.movedAt)}</time></span>
      <span class="line"><span class="last">${this.last(chat, own)}</span>${this.mark(chat, unread)}</span></span></a></div>`;
  }

  last(chat, own) {
    if (chat.peek) {
      return html`<em>${chat.peek.text}</em>`;
    }
    if (chat.draft.text && this.shell.route.chat !== chat.id) {
      return html`<span class="draft">Draft:</span> ${chat.draft.text}`;
    }
    return html`${own ? html`<span class="faint">You: </span>` : nothing}${summary(chat.lastEvent, say)}`;
  }

  mark(chat, unread) {
    if (chat.queuePosition) {
      return html`<b class="position" aria-label=${`Number ${chat.queuePosition} in the queue`}>#${chat.queuePosition}</b>`;
    }
    if (unread) {
      return html`<b class="count" aria-label=${`${unread} unread`}>${unread > 99 ? '99+' : unread}</b>`;
    }
    return chat.agents.length && !chat.mine ? html`<span class="faint small">${chat.agents[0].name?.split(' ')[0]}</span>` : nothing;
  }

  /** Up and down go from row to row. */
  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const key = document.activeElement.closest('[data-key]')?.dataset.key;
    if (!step || event.altKey || !key) {
      return;
    }
    event.preventDefault();
    const all = this.order.filter((row) => !row.key.endsWith('-none'));
    const next = all[all.findIndex((row) => row.key === key) + step];
    if (next) {
      this.element.scrollTop = Math.min(Math.max(this.element.scrollTop, next.end - this.height + HEAD), Math.max(0, next.start - HEAD));
      if (!this.focus(next.key)) {
        this.top = this.element.scrollTop;
        this.shell.changed(() => this.focus(next.key));
      }
    }
  }

  /** @param {string} key of a row @returns {boolean} whether it is in the page */
  focus(key) {
    const row = this.element.querySelector(`[data-key="${CSS.escape(key)}"] :is(a, button)`);
    row?.focus({ preventScroll: true });
    return Boolean(row);
  }

  fold(place) {
    if (!this.folded.delete(place)) {
      this.folded.add(place);
    }
    this.shell.changed();
  }

  scrolled(element) {
    this.top = element.scrollTop;
    this.height = element.clientHeight;
    this.shell.changed();
  }

  /** Goes to the next chat in the list. @param {1 | -1} by */
  step(by) {
    const ids = this.rows().map((row) => row.key).filter((key) => this.app.chats.has(key));
    const at = ids.indexOf(this.shell.route.chat);
    const next = ids[(at + by + ids.length) % ids.length];
    if (next) {
      this.shell.openChat(next);
    }
  }
}
