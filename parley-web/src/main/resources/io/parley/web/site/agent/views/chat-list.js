/** The lists of chats, as one list of rows of one height of which only those in view are drawn. */
import { html, nothing, ref, repeat } from '../../shared/template.js';
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

export class ChatList {
  /** @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell */
  constructor(app, shell) {
    this.app = app;
    this.shell = shell;
    this.folded = new Set(['others']);
    this.top = 0;
    this.height = 900;
    this.words = '';
  }

  /** Sections with their chats, those that wait longest first where somebody waits. */
  sections() {
    const chatsByPlace = Object.groupBy([...this.app.chats.values()].filter((chat) => this.fits(chat)), (chat) => chat.place);
    return SECTIONS.map(([place, label]) => {
      const chats = (chatsByPlace[place] ?? []).filter((chat) => place !== 'closed' || chat.kept || chat.id === this.shell.route.chat);
      const waiting = place === 'queued' || place === 'unassigned';
      const time = (chat) => (waiting ? new Date((chat.lastThread?.timestamp ?? 0) * 1000).toISOString() : chat.movedAt);
      chats.sort((one, other) => (time(one) < time(other) ? 1 : -1) * (waiting ? -1 : 1));
      return { place, label, chats };
    }).filter(({ place, chats }) => chats.length > 0 || place === 'mine' || place === 'queued');
  }

  fits(chat) {
    const words = this.words.toLowerCase();
    return !words || chat.customerName.toLowerCase().includes(words) || summary(chat.lastEvent, String).toLowerCase().includes(words);
  }

  page() {
    const rows = this.rows();
    const total = rows.at(-1)?.end ?? 0;
    const shown = rows.filter((row) => row.end > this.top - BEYOND && row.start < this.top + this.height + BEYOND);
    return html`<section class="chat-list" aria-label="Chats">
      <header class="column-head"><h1>Chats</h1></header>
      <div class="find"><label>${icon('search', 18)}<span class="sr-only">Find a chat</span><input type="search" placeholder="Find a chat" .value=${this.words} @input=${(event) => { this.words = event.target.value; this.shell.changed(); }}></label></div>
      <div class="rows" @scroll=${(event) => this.scrolled(event.target)} ${ref((element) => element && (this.element = element))}>
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
      add(place, HEAD, (style) => html`<div role="listitem" class="section-head" .style=${style}><button aria-expanded=${!folded} @click=${() => this.fold(place)}>
        <span>${label}</span><span class="faint">${chats.length}</span></button></div>`);
      if (!folded) {
        chats.forEach((chat) => add(chat.id, ROW, (style) => this.row(chat, style)));
        if (chats.length === 0) {
          add(`${place}-none`, HEAD, (style) => html`<p role="listitem" class="none faint small" .style=${style}>${place === 'mine' ? 'No chats. They come by themselves while you accept chats.' : 'Nobody waits.'}</p>`);
        }
      }
    }
    this.order = rows;
    return rows;
  }

  row(chat, style) {
    const { unread, lastEvent } = chat;
    const own = lastEvent?.author_id === this.app.me.id;
    return html`<div role="listitem" class="chat-row" .style=${style}><a href=${`#/chats/${encodeURIComponent(chat.id)}`} aria-current=${this.shell.route.chat === chat.id ? 'true' : nothing} data-unread=${unread > 0}>
      ${avatar({ ...chat.customer, name: chat.customerName }, '2.5rem')}
      <span class="chat-row-text"><span class="line"><strong>${chat.customerName}</strong><time class="faint small">${ago(chat.movedAt)}</time></span>
      <span class="line"><span class="last">${chat.peek ? html`<em>${chat.peek.text}</em>` : html`${own ? html`<span class="faint">You: </span>` : nothing}${summary(lastEvent, String)}`}</span>
      ${unread ? html`<b class="count" aria-label=${`${unread} unread`}>${unread}</b>` : chat.agents.length && !chat.mine ? html`<span class="faint small">${chat.agents[0].name?.split(' ')[0]}</span>` : nothing}</span></span></a></div>`;
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
