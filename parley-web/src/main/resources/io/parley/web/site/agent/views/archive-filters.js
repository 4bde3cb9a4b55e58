/** The filters of the archives: all that the API has. */
import { html, live, nothing } from '../../shared/template.js';
import { icon } from '../../shared/icons.js';

const NONE = {
  query: '', from: '', to: '', agent: '', group: '', rating: '', tagRule: '', tag: '', property: '', propertyRule: '', propertyKind: 'string', propertyValue: '',
  saleRule: '', sale: '', goalRule: '', goal: '', survey: '', answer: '', threads: '',
};
const FURTHER = ['property', 'saleRule', 'goalRule', 'survey', 'threads'];
const RULES = [['exists', 'is there'], ['missing', 'is not there'], ['values', 'is one of'], ['exclude_values', 'is none of']];
const TYPING_MILLIS = 350;

export class ArchiveFilters {
  /** @param {import('../model/app.js').App} app @param {() => void} changed @param {() => void} search something else is wanted */
  constructor(app, changed, search) {
    this.app = app;
    this.changed = changed;
    this.search = search;
    this.values = { ...NONE };
    this.further = false;
  }

  /** How many filters are on. */
  get count() {
    return Object.keys(this.asApi()).length;
  }

  clear() {
    this.values = { ...NONE };
    this.search();
  }

  /** The filters as the API wants them. */
  asApi() {
    const { query, from, to, agent, group, rating, tagRule, tag, saleRule, sale, goalRule, goal, survey, answer, threads } = this.values;
    if (threads.trim()) {
      return { thread_ids: words(threads) };
    }
    const score = { good: { values: [1] }, bad: { values: [0] }, none: { exists: false } }[rating];
    const properties = { ...(score && { rating: { score } }), ...this.propertyAsApi() };
    return Object.fromEntries(Object.entries({
      query: query.trim(), date_from: from, date_to: to, agent_ids: agent && [agent], group_ids: group !== '' && [Number(group)],
      tags: rule(tagRule || (tag.trim() && 'values'), words(tag, ',')), sales: rule(saleRule, words(sale)), goals: rule(goalRule, words(goal)),
      surveys: survey && answer.trim() && [{ type: survey, answer_id: answer.trim() }], properties: Object.keys(properties).length > 0 && properties,
    }).filter(([, value]) => value));
  }

  propertyAsApi() {
    const { property, propertyRule, propertyKind, propertyValue } = this.values;
    const [, namespace, name] = property.trim().match(/^([^.\s]+)\.(\S+)$/) ?? [];
    const read = { string: String, int: Number, bool: (text) => text === 'true' || text === 'yes' }[propertyKind];
    const match = rule(propertyRule || 'exists', words(propertyValue, ',').map(read));
    return namespace && match ? { [namespace]: { [name]: match } } : {};
  }

  set(name) {
    return (event) => {
      this.values[name] = event.target.value;
      clearTimeout(this.soon);
      this.soon = setTimeout(this.search, event.type === 'input' ? TYPING_MILLIS : 0);
      this.changed();
    };
  }

  page() {
    const { app, further } = this;
    const agents = [...app.agents.values()].sort((one, other) => one.name.localeCompare(other.name)).map((agent) => [agent.id, agent.name]);
    return html`<form class="filters" role="search" aria-label="Archives" @submit=${(event) => { event.preventDefault(); this.search(); }}>
      <div class="filter wide"><label for="f-query">Words</label><input class="input" id="f-query" type="search" placeholder="Search what was written" .value=${live(this.values.query)} @input=${this.set('query')}></div>
      ${this.line('from', 'From', 'date')}${this.line('to', 'To', 'date')}
      ${this.choice('agent', 'Agent', agents)}${app.groups.size ? this.choice('group', 'Group', [...app.groups.values()].map((group) => [group.id, group.name])) : nothing}
      ${this.line('tag', 'Tag')}${this.choice('rating', 'Rating', [['good', 'Good'], ['bad', 'Bad'], ['none', 'Not rated']])}
      <div class="filter-buttons"><button type="button" class="button quiet" aria-expanded=${further} @click=${() => { this.further = !further; this.changed(); }}>${further ? 'Fewer filters' : 'More filters'}${!further && FURTHER.some((name) => this.values[name]) ? html`<span class="sr-only"> (some are on)</span><i class="dot"></i>` : nothing}</button>
      ${this.count ? html`<button type="button" class="button quiet" @click=${() => this.clear()}>${icon('close', 16)}Clear</button>` : nothing}</div>
      ${further ? this.more() : nothing}</form>`;
  }

  more() {
    const values = (name) => this.values[`${name}Rule`] === 'values' || this.values[`${name}Rule`] === 'exclude_values';
    return html`<fieldset class="further"><legend class="sr-only">More filters</legend>
      ${this.choice('tagRule', 'The tag', RULES)}
      ${this.line('property', 'Property', 'text', 'namespace.name')}${this.choice('propertyRule', 'The property', RULES)}
      ${values('property') ? html`${this.choice('propertyKind', 'It holds', [['string', 'text'], ['int', 'a number'], ['bool', 'yes or no']], false)}${this.line('propertyValue', 'Value', 'text', 'one, two')}` : nothing}
      ${this.choice('goalRule', 'A goal', RULES)}${values('goal') ? this.line('goal', 'Goals', 'text', 'ids') : nothing}
      ${this.choice('saleRule', 'A sale', RULES)}${values('sale') ? this.line('sale', 'Sales', 'text', 'ids') : nothing}
      ${this.choice('survey', 'Survey', [['pre_chat', 'before the chat'], ['post_chat', 'after the chat']])}${this.values.survey ? this.line('answer', 'Answer', 'text', 'its id') : nothing}
      ${this.line('threads', 'Thread ids', 'text', 'and nothing else')}</fieldset>`;
  }

  line(name, label, type = 'text', hint = '') {
    return html`<div class="filter"><label for=${`f-${name}`}>${label}</label><input class="input" id=${`f-${name}`} type=${type} placeholder=${hint} .value=${live(this.values[name])} @input=${type === 'date' ? nothing : this.set(name)} @change=${type === 'date' ? this.set(name) : nothing}></div>`;
  }

  choice(name, label, options, any = true) {
    return html`<div class="filter"><label for=${`f-${name}`}>${label}</label><select class="input" id=${`f-${name}`} .value=${live(this.values[name])} @change=${this.set(name)}>${any ? html`<option value="">Any</option>` : nothing}
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${String(this.values[name]) === String(value)}>${text}</option>`)}</select></div>`;
  }
}

/** @param {string} kind @param {any[]} values */
function rule(kind, values) {
  switch (kind) {
    case 'exists':
      return { exists: true };
    case 'missing':
      return { exists: false };
    case 'values':
    case 'exclude_values':
      return values.length > 0 ? { [kind]: values } : undefined;
    default:
      return undefined;
  }
}

/** @param {string} text @param {string} [between] */
function words(text, between = ' ') {
  return text.split(between === ',' ? ',' : /[\s,]+/).map((word) => word.trim()).filter(Boolean);
}
