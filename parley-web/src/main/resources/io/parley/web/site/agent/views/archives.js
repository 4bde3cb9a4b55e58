/** The archives: search, filters, and the conversation that one opens beside the list. */
import { html, nothing, repeat } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { full } from '../../shared/time.js';
import { icon } from '../../shared/icons.js';
import { property } from '../../shared/timeline.js';
import { summary } from '../../shared/bodies.js';
import { Chat } from '../model/chat.js';
import { ArchiveFilters } from './archive-filters.js';
import { MessageList } from './message-list.js';

const PAGE = 25;

export class Archives {
  /** @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell */
  constructor(app, shell) {
    this.app = app;
    this.shell = shell;
    this.filters = new ArchiveFilters(app, shell.changed, () => this.search());
    this.list = new MessageList(app, shell.changed, () => {});
    this.found = null;
    this.number = 1;
    this.open = null;
    this.problem = '';
    this.asked = 0;
  }

  /** Somebody comes here, or goes: what was found may be old. */
  entered() {
    this.stale = true;
  }

  async search(number = 1) {
    const asked = ++this.asked;
    const before = this.number;
    this.number = number;
    this.loading = true;
    this.stale = false;
    this.problem = '';
    this.shell.changed();
    const filters = this.filters.asApi();
    try {
      const answer = await this.app.rtm.request('get_archives', filters.thread_ids ? { filters } : { filters, pagination: { page: number, limit: PAGE } });
      if (asked !== this.asked) {
        return;
      }
      const entries = answer.chats.map((each) => each.chat ?? each);
      this.found = { entries, total: answer.found_chats ?? answer.pagination?.total ?? entries.length };
    } catch (error) {
      if (asked !== this.asked) {
        return;
      }
      this.problem = error.type === 'offline' ? 'There is no connection just now.' : error.message;
    }
    this.loading = false;
    this.shell.changed();
    if (number !== before) {
      document.querySelector('.results')?.scrollTo(0, 0);
    }
  }

  page() {
    if ((!this.found || this.stale) && !this.loading && !this.problem && this.app.rtm.online) {
      this.search(this.number);
    }
    const { found } = this;
    return html`<main class="page archives" data-open=${this.open !== null}><header class="page-head"><div><h1>Archives</h1><p class="faint" role="status">${found ? `${found.total.toLocaleString()} ${found.total === 1 ? 'conversation' : 'conversations'}${this.filters.count ? ' found' : ''}` : 'Every conversation that you may read'}</p></div></header>
      ${this.filters.page()}
      <div class="split"><section class="results" aria-label="Conversations" aria-busy=${Boolean(this.loading)}>${this.results()}</section>
      ${this.open ? this.reader() : html`<section class="reader empty"><div class="nothing">${icon('archive', 36)}<p class="faint">Pick a conversation to read it.</p></div></section>`}</div></main>`;
  }

  results() {
    if (this.problem) {
      return html`<div class="nothing" role="alert"><h2>The search did not work</h2><p class="faint">${this.problem}</p><button class="button quiet" @click=${() => this.search(this.number)}>Try again</button></div>`;
    }
    if (!this.found) {
      return html`<div class="ghosts" role="status" aria-label="Loading">${[1, 2, 3, 4, 5, 6].map(() => html`<span class="ghost-row"><i></i><b></b></span>`)}</div>`;
    }
    if (this.found.entries.length === 0) {
      return html`<div class="nothing">${icon('search', 32)}<h2>${this.filters.count ? 'Nothing found' : 'Nothing here yet'}</h2><p class="faint">${this.filters.count ? 'Try other words or fewer filters.' : 'Conversations stand here once they have begun.'}</p>
        ${this.filters.count ? html`<button class="button quiet" @click=${() => this.filters.clear()}>Clear the filters</button>` : nothing}</div>`;
    }
    const pages = Math.min(1000, Math.ceil(this.found.total / PAGE));
    return html`<ul>${repeat(this.found.entries, (entry) => entry.thread.id, (entry) => this.entry(entry))}</ul>
      ${pages > 1 ? html`<nav class="pager" aria-label="Pages"><button class="button quiet small" ?disabled=${this.number <= 1} @click=${() => this.search(this.number - 1)}>Newer</button>
      <span class="faint small">Page ${this.number} of ${pages}</span><button class="button quiet small" ?disabled=${this.number >= pages} @click=${() => this.search(this.number + 1)}>Older</button></nav>` : nothing}`;
  }

  entry(entry) {
    const { thread } = entry;
    const customer = entry.users.find((user) => user.type === 'customer');
    const name = customer?.name || customer?.email || 'Visitor';
    const last = thread.events?.findLast((event) => event.type === 'message');
    const score = property(thread.properties, 'rating', 'score');
    const agents = entry.users.filter((user) => user.type === 'agent' && thread.user_ids?.includes(user.id)).map((agent) => agent.name?.split(' ')[0]).join(', ');
    return html`<li><button class="result" aria-current=${this.open?.thread.id === thread.id ? 'true' : nothing} @click=${() => this.show(entry)}>
      ${avatar({ ...customer, name }, '2.25rem')}<span class="result-text"><span class="line"><strong>${name}</strong><time class="faint small">${full(thread.timestamp * 1000)}</time></span>
      <span class="last">${summary(last, String) || 'No messages'}</span>
      <span class="tags">${agents ? html`<span class="faint small">${agents}</span>` : nothing}${(thread.tags ?? []).map((tag) => html`<span class="tag">${tag}</span>`)}${score === undefined ? nothing : html`<span class=${score ? 'tag good' : 'tag bad'}>${icon(score ? 'like' : 'dislike', 13)}${score ? 'good' : 'bad'}</span>`}</span></span></button></li>`;
  }

  show(entry) {
    const chat = new Chat(entry.id, this.app.me.id);
    chat.merge(entry);
    chat.read = true;
    this.open = { chat, thread: entry.thread };
    this.shell.changed();
  }

  close() {
    this.open = null;
    this.shell.changed();
  }

  reader() {
    const { chat, thread } = this.open;
    const open = () => this.app.learn({ id: chat.id, users: [...chat.users.values()] });
    return html`<section class="reader" aria-label=${`Conversation with ${chat.customerName}`}><header class="column-head"><button class="icon-button only-narrow" aria-label="All conversations" @click=${() => this.close()}>${icon('back')}</button>${avatar({ ...chat.customer, name: chat.customerName })}
      <div class="who"><h2>${chat.customerName}</h2><p class="faint small">${full(thread.timestamp * 1000)}</p></div>
      <a class="button quiet small" href=${`#/chats/${encodeURIComponent(chat.id)}`} @click=${open}>Open the chat</a></header>
      ${this.list.page(chat, nothing, nothing)}</section>`;
  }

  drawn() {
    if (this.open) {
      this.list.settle();
    }
  }
}
