/** What is known of the customer, beside the chat. */
import { html, nothing } from '../../shared/template.js';
import { ago, full } from '../../shared/time.js';
import { avatar } from '../../shared/avatar.js';
import { icon } from '../../shared/icons.js';
import { safeAddress } from '../../shared/text.js';

export class Details {
  /** @param {import('../model/app.js').App} app @param {import('./conversation.js').Conversation} conversation */
  constructor(app, conversation) {
    this.app = app;
    this.conversation = conversation;
    this.editing = false;
  }

  /** Another chat was opened. @param {import('../model/chat.js').Chat} chat */
  show(chat) {
    this.editing = false;
    this.learn(chat);
  }

  /** Reads what chats do not tell: visits and counts. */
  async learn(chat) {
    const id = chat.customer?.id;
    if (id && this.app.rtm.online) {
      const answer = await this.app.rtm.request('get_customers', { limit: 1, filters: { customer_id: { values: [id] } } }).catch(() => null);
      const known = answer?.customers[0];
      if (known) {
        chat.users.set(id, { ...chat.users.get(id), ...known, present: chat.users.get(id)?.present });
        this.app.changed();
      }
    }
  }

  /** @param {import('../model/chat.js').Chat} chat */
  page(chat) {
    const customer = chat.customer ?? {};
    return html`<aside class="details" aria-label="Details">
      <header class="column-head"><h2>Details</h2><button class="icon-button" aria-label="Close the details" @click=${() => this.conversation.toggleDetails()}>${icon('close')}</button></header>
      <div class="details-body">
        <div class="person">${avatar({ ...customer, name: chat.customerName }, '3.5rem')}<div><h3>${chat.customerName}</h3><p class="faint small">${customer.email ?? 'No e-mail address'}</p></div></div>
        ${this.editing ? this.form(customer) : html`<button class="button quiet small" @click=${() => { this.editing = true; this.app.changed(); }}>Change</button>`}
        ${this.facts(customer)}${this.fields(customer)}${this.tags(chat)}${this.pages(customer)}${this.properties(chat)}</div></aside>`;
  }

  form(customer) {
    return html`<form class="stack-form" @submit=${(event) => this.save(event, customer)}>
      <div class="field"><label for="c-name">Name</label><input class="input" id="c-name" name="name" .defaultValue=${customer.name ?? ''}></div>
      <div class="field"><label for="c-email">E-mail</label><input class="input" id="c-email" name="email" type="email" .defaultValue=${customer.email ?? ''}></div>
      <div class="buttons"><button class="button">Save</button><button type="button" class="button quiet" @click=${() => { this.editing = false; this.app.changed(); }}>Cancel</button></div></form>`;
  }

  async save(event, customer) {
    event.preventDefault();
    const data = new FormData(event.target);
    const change = Object.fromEntries([...data].map(([name, value]) => [name, value.trim()]).filter(([name, value]) => value && value !== customer[name]));
    if (Object.keys(change).length === 0 || (await this.app.ask('update_customer', { customer_id: customer.id, ...change }))) {
      this.editing = false;
      this.app.changed();
    }
  }

  facts(customer) {
    const place = customer.last_visit?.geolocation;
    const facts = [
      ['Place', place && [place.city, place.country].filter(Boolean).join(', ')], ['Address', customer.last_visit?.ip], ['Browser', browser(customer.last_visit?.user_agent)],
      ['Came from', customer.last_visit?.referrer], ['Visits', customer.statistics?.visits_count], ['Conversations', customer.statistics?.threads_count], ['First seen', customer.created_at && full(customer.created_at)],
    ].filter(([, value]) => value !== undefined && value !== null && value !== '');
    return facts.length ? html`<section><h4>About</h4><dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>` : nothing;
  }

  fields(customer) {
    const fields = Object.entries(customer.fields ?? {});
    return fields.length ? html`<section><h4>Fields</h4><dl class="facts">${fields.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></section>` : nothing;
  }

  tags(chat) {
    const tags = chat.lastThread?.tags ?? [];
    return html`<section><h4>Tags <button class="link small" @click=${() => this.conversation.dialogs.tags(chat)}>Change</button></h4>
      ${tags.length ? html`<p class="tags">${tags.map((tag) => html`<span class="tag">${tag}</span>`)}</p>` : html`<p class="faint small">None</p>`}</section>`;
  }

  pages(customer) {
    const pages = [...(customer.last_visit?.last_pages ?? [])].reverse().slice(0, 12);
    return pages.length ? html`<section><h4>Visited pages</h4><ol class="pages">${pages.map((page) => html`<li><a href=${safeAddress(page.url)} target="_blank" rel="noopener noreferrer">${page.title || page.url}</a><span class="faint small">${ago(page.opened_at)}</span></li>`)}</ol></section>` : nothing;
  }

  properties(chat) {
    const rows = (properties, place) => Object.entries(properties ?? {}).flatMap(([namespace, each]) => Object.entries(each).map(([name, value]) => [`${namespace}.${name}`, value?.value ?? value, place]));
    const all = [...rows(chat.properties, 'chat'), ...rows(chat.lastThread?.properties, 'conversation')];
    return all.length ? html`<section><details><summary>Properties</summary><dl class="facts">${all.map(([name, value, place]) => html`<dt title=${`of the ${place}`}>${name}</dt><dd>${String(value)}</dd>`)}</dl></details></section>` : nothing;
  }
}

/** The browser in a user agent, by name. @param {string} [agent] */
function browser(agent = '') {
  const name = [['Edg/', 'Edge'], ['OPR/', 'Opera'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']].find(([mark]) => agent.includes(mark))?.[1];
  const system = [['Android', 'Android'], ['iPhone', 'iOS'], ['iPad', 'iPadOS'], ['Windows', 'Windows'], ['Mac OS X', 'macOS'], ['Linux', 'Linux']].find(([mark]) => agent.includes(mark))?.[1];
  return [name, system].filter(Boolean).join(' on ');
}
