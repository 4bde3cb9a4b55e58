/** Small questions that come before something is done with a chat. */
import { html, nothing } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { icon } from '../../shared/icons.js';

export class Dialogs {
  /** @param {import('../model/app.js').App} app @param {import('./conversation.js').Conversation} conversation */
  constructor(app, conversation) {
    this.app = app;
    this.conversation = conversation;
    this.open = null;
  }

  page() {
    return this.open ? html`<div class="veil" @click=${(event) => event.target === event.currentTarget && this.close()}>
      <div class="dialog" role="dialog" aria-modal="true" aria-label=${this.open.title} @keydown=${(event) => this.keep(event)}><header><h2>${this.open.title}</h2><button class="icon-button" aria-label="Close" @click=${() => this.close()}>${icon('close')}</button></header>
      ${this.open.draw()}</div></div>` : nothing;
  }

  close() {
    if (this.open) {
      const { from } = this.open;
      this.open = null;
      this.app.changed();
      from?.focus?.();
    }
  }

  /** @param {string} title @param {() => any} draw */
  show(title, draw) {
    this.open = { title, draw, from: document.activeElement };
    this.app.changed(() => document.querySelector('.dialog :is(input, .choice-row, button:not(.icon-button))')?.focus());
  }

  /** Keeps the focus within. */
  keep(event) {
    if (event.key === 'Tab') {
      const all = [...event.currentTarget.querySelectorAll('button, input, a[href], select')].filter((each) => !each.disabled);
      const edge = event.shiftKey ? all[0] : all.at(-1);
      if (document.activeElement === edge) {
        event.preventDefault();
        (event.shiftKey ? all.at(-1) : all[0]).focus();
      }
    }
  }

  async act(action, payload, done) {
    if (await this.app.ask(action, payload)) {
      this.close();
      this.app.say(done);
    }
  }

  /** @param {import('../model/chat.js').Chat} chat */
  transfer(chat) {
    const move = (type, id, name) => this.act('transfer_chat', { chat_id: chat.id, target: { type, ids: [id] } }, `The chat went to ${name}`);
    this.choose('Transfer the chat', () => [
      ...this.groups(chat).map((group) => ({ key: `group ${group.id}`, heading: 'To a group', name: group.name, draw: () => groupRow(group, () => move('group', Number(group.id), group.name)) })),
      ...this.others(chat).filter((agent) => this.app.colleagues.mayRead(agent, chat)).map((agent) => ({ key: agent.id, heading: 'To an agent', name: agent.name, draw: () => agentRow(this.app, agent, () => move('agent', agent.id, agent.name)) })),
    ], 'There is nobody else to transfer it to.');
  }

  /** @param {import('../model/chat.js').Chat} chat */
  addAgent(chat) {
    const add = (agent) => this.act('add_user_to_chat', { chat_id: chat.id, user_id: agent.id, user_type: 'agent' }, `${agent.name} is in the chat`);
    this.choose('Add an agent', () => this.others(chat).map((agent) => ({ key: agent.id, heading: '', name: agent.name, draw: () => agentRow(this.app, agent, () => add(agent)) })), 'There is nobody else to add.');
  }

  /**
   * Asks for one of several, which can be searched. Nothing moves under the pointer: who comes later comes last.
   *
   * @param {string} title @param {() => {key: string, heading: string, name: string, draw: () => any}[]} list @param {string} none
   */
  choose(title, list, none) {
    let words = '';
    /** @type {Map<string, number>} */
    const places = new Map();
    const inPlace = () => {
      const all = list();
      const headings = [...new Set(all.map(({ heading }) => heading))];
      all.filter(({ key }) => !places.has(key)).forEach(({ key }) => places.set(key, places.size));
      return all.sort((one, other) => headings.indexOf(one.heading) - headings.indexOf(other.heading) || places.get(one.key) - places.get(other.key));
    };
    this.show(title, () => {
      const fitting = inPlace().filter(({ name }) => name.toLowerCase().includes(words.toLowerCase()));
      return html`<label class="sr-only" for="choose">Search</label><input class="input" id="choose" type="search" placeholder="Search" autocomplete="off" @input=${(event) => { words = event.target.value; this.app.changed(); }} @keydown=${(event) => this.intoList(event)}>
        <div class="choices" @keydown=${(event) => this.intoList(event)}>${fitting.map((each, index) => html`${each.heading && each.heading !== fitting[index - 1]?.heading ? html`<h3>${each.heading}</h3>` : nothing}${each.draw()}`)}
        ${fitting.length ? nothing : html`<p class="faint none">${words ? 'Nobody is called so.' : none}</p>`}</div>`;
    });
  }

  /** Up and down go through what can be chosen. */
  intoList(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !event.altKey) {
      event.preventDefault();
      const all = [...document.querySelectorAll('.dialog #choose, .dialog .choice-row')];
      all[(all.indexOf(document.activeElement) + step + all.length) % all.length]?.focus();
    }
  }

  /** Groups to which the chat can go; those that take chats now come first. */
  groups(chat) {
    return [...this.app.groups.values()].filter((group) => !chat.groupIds.includes(Number(group.id)) || chat.groupIds.length > 1)
      .sort((one, other) => (other.routing_status === 'online') - (one.routing_status === 'online'));
  }

  /** Who is not in the chat; who accepts chats comes first. */
  others(chat) {
    return [...this.app.agents.values()].filter((agent) => agent.id !== this.app.me.id && !chat.users.get(agent.id)?.present && !agent.suspended)
      .sort((one, other) => accepts(other) - accepts(one) || one.name.localeCompare(other.name));
  }

  /** @param {import('../model/chat.js').Chat} chat */
  tags(chat) {
    const thread = () => chat.lastThread;
    const change = (action, tag) => this.app.ask(action, { chat_id: chat.id, thread_id: thread().id, tag });
    const add = (event) => {
      event.preventDefault();
      const field = event.target.querySelector('input');
      const tag = field.value.trim();
      field.value = '';
      return tag && change('tag_chat_thread', tag);
    };
    const used = () => [...new Set([...this.app.chats.values()].flatMap((each) => [...each.timeline.threads.values()].flatMap((one) => one.tags)))].filter((tag) => !thread().tags?.includes(tag));
    this.show('Tags of this conversation', () => html`<form class="inline" @submit=${add}><label class="sr-only" for="tag">New tag</label><input id="tag" class="input" maxlength="100" placeholder="New tag" list="used-tags" autocomplete="off">
      <datalist id="used-tags">${used().map((tag) => html`<option value=${tag}></option>`)}</datalist><button class="button">Add</button></form>
      <p class="tags">${(thread()?.tags ?? []).map((tag) => html`<span class="tag">${tag}<button aria-label=${`Remove ${tag}`} @click=${() => change('untag_chat_thread', tag)}>${icon('close', 14)}</button></span>`)}</p>`);
  }

  /** @param {import('../model/chat.js').Chat} chat */
  ban(chat) {
    const ban = (event) => {
      event.preventDefault();
      const days = Number(event.target.querySelector('select').value);
      this.act('ban_customer', { customer_id: chat.customer.id, ban: { days } }, 'The customer is banned');
    };
    this.show(`Ban ${chat.customerName}?`, () => html`<form class="stack-form" @submit=${ban}><p>The conversation ends at once, and the customer can’t come back for that time.</p>
      <div class="field"><label for="days">For</label><select class="input" id="days"><option value="1">1 day</option><option value="7">7 days</option><option value="30">30 days</option><option value="365">1 year</option></select></div>
      <div class="buttons"><button class="button danger">Ban</button><button type="button" class="button quiet" @click=${() => this.close()}>Cancel</button></div></form>`);
  }
}

function accepts(agent) {
  return agent.routing_status === 'accepting_chats' || agent.status === 'accepting chats';
}

function groupRow(group, choose) {
  const status = { online: 'Takes chats', offline: 'Nobody is there', online_for_queue: 'Takes chats into its queue' }[group.routing_status] ?? '';
  return html`<button class="choice-row" @click=${choose}><span class="avatar">${icon('team', 18)}</span><span class="choice-text"><strong>${group.name}</strong><span class="faint small">${status}</span></span></button>`;
}

function agentRow(app, agent, choose) {
  const state = accepts(agent) ? 'Accepts chats' : { not_accepting_chats: 'Away', offline: 'Offline' }[agent.routing_status];
  const about = [...new Set([state, agent.job_title, ...app.colleagues.groupsOf(agent.id).map((group) => group.name)])].filter(Boolean).join(' · ');
  return html`<button class="choice-row" @click=${choose}><span class="face">${avatar(agent)}<i class=${accepts(agent) ? 'status on' : 'status'}></i></span><span class="choice-text"><strong>${agent.name}</strong><span class="faint small">${about}</span></span></button>`;
}
