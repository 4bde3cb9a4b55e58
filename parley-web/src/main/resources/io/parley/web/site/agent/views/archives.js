/** The archives: search, filters, and the conversation that one opens beside the list. */
import { html, nothing, repeat } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { full } from '../../shared/time.js';
import { icon } from '../../shared/icons.js';
import { property } from '../../shared/timeline.js';
import { summary } from '../../shared/bodies.js';
import { Chat } from '../model/chat.js';
import { messages } from './messages.js';

const PAGE = 25;

export class Archives {
  /** @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell */
  constructor(app, shell) {
    this.app = app;
    this.shell = shell;
    this.filters = { query: '', from: '', to: '', agent: '', group: '', tag: '', rating: '' };
    this.found = null;
    this.page_ = 1;
    this.open = null;
    this.problem = '';
    this.asked = 0;
  }

  async search(page = 1) {
    const asked = ++this.asked;
    this.page_ = page;
    this.loading = true;
    this.shell.changed();
    try {
      const answer = await this.app.rtm.request('get_archives', { filters: this.request(), pagination: { page, limit: PAGE } });
      if (asked === this.asked) {
        this.found = { entries: answer.chats.map((each) => each.chat ?? each), total: answer.found_chats ?? answer.pagination?.total ?? answer.chats.length };
        this.problem = '';
      }
    } catch (error) {
      this.problem = error.message;
    }
    this.loading = false;
    this.shell.changed();
  }

  /** The filters as the API wants them. */
  request() {
    const { query, from, to, agent, group, tag, rating } = this.filters;
    const score = { good: { values: [1] }, bad: { values: [0] }, none: { exists: false } }[rating];
    return Object.fromEntries(Object.entries({
      query: query.trim(), date_from: from, date_to: to, agent_ids: agent && [agent], group_ids: group !== '' && [Number(group)],
      tags: tag.trim() && { values: [tag.trim()] }, properties: score && { rating: { score } },
    }).filter(([, value]) => value));
  }

  page() {
    if (!this.found && !this.loading && !this.problem) {
      this.search();
    }
    return html`<main class="page archives"><header class="page-head"><div><h1>Archives</h1><p class="faint">${this.found ? `${this.found.total} conversations` : 'Every conversation that you may read'}</p></div></header>
      ${this.form()}
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div class="split"><section class="results" aria-label="Conversations" aria-busy=${!!this.loading}>${this.results()}</section>
      ${this.open ? this.reader() : html`<section class="reader empty">${icon('archive', 36)}<p class="faint">Pick a conversation to read it.</p></section>`}</div></main>`;
  }

  form() {
    const { filters, app } = this;
    const set = (name) => (event) => {
      filters[name] = event.target.value;
      clearTimeout(this.soon);
      this.soon = setTimeout(() => this.search(), name === 'query' || name === 'tag' ? 350 : 0);
    };
    const choice = (name, label, options) => html`<label class="filter"><span>${label}</span><select class="input" @change=${set(name)}><option value="">Any</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${String(filters[name]) === String(value)}>${text}</option>`)}</select></label>`;
    return html`<form class="filters" role="search" @submit=${(event) => { event.preventDefault(); this.search(); }}>
      <label class="filter wide"><span>Words</span><input class="input" type="search" placeholder="Search what was written" .value=${filters.query} @input=${set('query')}></label>
      <label class="filter"><span>From</span><input class="input" type="date" .value=${filters.from} @change=${set('from')}></label>
      <label class="filter"><span>To</span><input class="input" type="date" .value=${filters.to} @change=${set('to')}></label>
      ${choice('agent', 'Agent', [...app.agents.values()].map((agent) => [agent.id, agent.name]))}
      ${app.groups.size ? choice('group', 'Group', [...app.groups.values()].map((group) => [group.id, group.name])) : nothing}
      <label class="filter"><span>Tag</span><input class="input" .value=${filters.tag} @input=${set('tag')}></label>
      ${choice('rating', 'Rating', [['good', 'Good'], ['bad', 'Bad'], ['none', 'Not rated']])}</form>`;
  }

  results() {
    if (!this.found) {
      return html`<span class="spinner middle" role="status" aria-label="Loading"></span>`;
    }
    if (this.found.entries.length === 0) {
      return html`<div class="nothing"><h2>Nothing found</h2><p class="faint">Try other words or fewer filters.</p></div>`;
    }
    const pages = Math.ceil(this.found.total / PAGE);
    return html`<ul>${repeat(this.found.entries, (entry) => entry.thread.id, (entry) => this.entry(entry))}</ul>
      ${pages > 1 ? html`<nav class="pager" aria-label="Pages"><button class="button quiet" ?disabled=${this.page_ <= 1} @click=${() => this.search(this.page_ - 1)}>Newer</button>
      <span class="faint small">${this.page_} of ${pages}</span><button class="button quiet" ?disabled=${this.page_ >= pages} @click=${() => this.search(this.page_ + 1)}>Older</button></nav>` : nothing}`;
  }

  entry(entry) {
    const { thread } = entry;
    const customer = entry.users.find((user) => user.type === 'customer');
    const name = customer?.name || customer?.email || 'Visitor';
    const last = thread.events?.findLast((event) => event.type === 'message');
    const score = property(thread.properties, 'rating', 'score');
    return html`<li><button class="result" aria-current=${this.open?.thread.id === thread.id ? 'true' : nothing} @click=${() => this.show(entry)}>
      ${avatar({ ...customer, name }, '2.25rem')}<span class="result-text"><span class="line"><strong>${name}</strong><time class="faint small">${full(thread.timestamp * 1000)}</time></span>
      <span class="last">${summary(last, String)}</span>
      <span class="tags">${(thread.tags ?? []).map((tag) => html`<span class="tag">${tag}</span>`)}${score === undefined ? nothing : html`<span class=${score ? 'tag good' : 'tag bad'}>${icon(score ? 'like' : 'dislike', 13)}${score ? 'good' : 'bad'}</span>`}</span></span></button></li>`;
  }

  show(entry) {
    const chat = new Chat(entry.id, this.app.me.id);
    chat.merge(entry);
    chat.read = true;
    this.open = { chat, thread: entry.thread };
    this.shell.changed();
  }

  reader() {
    const { chat, thread } = this.open;
    return html`<section class="reader" aria-label=${`Conversation with ${chat.customerName}`}><header class="column-head">${avatar({ ...chat.customer, name: chat.customerName })}
      <div class="who"><h2>${chat.customerName}</h2><p class="faint small">${full(thread.timestamp * 1000)}</p></div>
      <a class="button quiet small" href=${`#/chats/${encodeURIComponent(chat.id)}`} @click=${() => this.app.chat(chat.id).merge({ users: [...chat.users.values()] })}>Open the chat</a></header>
      <div class="log" tabindex="0">${messages(this.app, chat)}</div></section>`;
  }
}
