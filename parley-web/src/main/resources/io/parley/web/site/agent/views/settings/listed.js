/** A list of things of the license that the Configuration API keeps: read when it is first shown, changed by forms. */
import { html, nothing } from '../../../shared/template.js';
import { configure } from '../../configuration.js';

export class Listed {
  /** @param {import('../../model/app.js').App} app @param {() => void} changed */
  constructor(app, changed) {
    this.app = app;
    this.changed = changed;
    this.items = null;
    this.problem = '';
    this.editing = null;
    this.trouble = '';
    this.busy = false;
    this.stale = false;
    /** What was asked about once. @type {string | null} */
    this.asked = null;
  }

  /** Somebody comes here, or goes: what was read may be old. */
  entered() {
    this.stale = true;
    this.problem = '';
    this.editing = null;
    this.asked = null;
  }

  /** @param {string} action @param {object} payload @param {'3.1' | '3.2'} [version] */
  async load(action, payload = {}, version) {
    if ((this.items && !this.stale) || this.busy || this.problem) {
      return;
    }
    this.busy = true;
    this.stale = false;
    try {
      this.items = await configure(action, payload, version);
    } catch (error) {
      this.problem = error.status === 404 ? 'This server does not serve that method.' : error.message;
    }
    this.busy = false;
    this.changed();
  }

  /** Makes a change, reads the list anew, and says how it went. @returns {Promise<any>} undefined if it failed */
  async change(action, payload, done, version) {
    this.trouble = '';
    try {
      const answer = await configure(action, payload, version);
      this.items = null;
      this.editing = null;
      this.app.say(done);
      this.app.colleagues.read();
      return answer;
    } catch (error) {
      this.trouble = error.message;
      this.changed();
      return undefined;
    }
  }

  /** Reads the list anew. */
  again() {
    this.items = null;
    this.problem = '';
    this.changed();
  }

  /** A button that asks once more before it does what can't be undone. @param {string} key @param {string} label @param {() => void} act */
  confirmed(key, label, act) {
    if (this.asked !== key) {
      return html`<button type="button" class="button quiet small" @click=${() => { this.asked = key; this.changed(); }}>${label}</button>`;
    }
    return html`<button type="button" class="button danger small" @click=${() => { this.asked = null; act(); }} @blur=${() => { this.asked = null; this.changed(); }}>Really?</button>`;
  }

  /** @param {any} item */
  edit(item) {
    this.asked = null;
    this.trouble = '';
    this.editing = item;
    this.changed();
  }

  /** What stands where the list can't. */
  state() {
    return this.problem ? html`<p class="problem" role="alert">${this.problem} <button class="link" @click=${() => { this.problem = ''; this.changed(); }}>Try again</button></p>`
      : html`<div class="ghosts panel" role="status" aria-label="Loading">${[1, 2, 3].map(() => html`<span class="ghost-row"><i></i><b></b></span>`)}</div>`;
  }

  /** The foot of a form. @param {string} label @param {() => void} [remove] */
  buttons(label, remove) {
    return html`${this.trouble ? html`<p class="problem" role="alert">${this.trouble}</p>` : nothing}
      <div class="buttons"><button class="button">${label}</button><button type="button" class="button quiet" @click=${() => this.edit(null)}>Cancel</button>
      ${remove ? html`<span class="space"></span>${this.confirmed('delete', 'Delete', remove)}` : nothing}</div>`;
  }
}

/** A line of a form. @param {string} name @param {string} label @param {any} value @param {object} [more] */
export function line(name, label, value, more = {}) {
  return html`<div class="field"><label for=${`s-${name}`}>${label}</label><input class="input" id=${`s-${name}`} name=${name} type=${more.type ?? 'text'} .defaultValue=${String(value ?? '')}
    ?required=${more.required} ?readonly=${more.readonly} min=${more.min ?? nothing} max=${more.max ?? nothing} autocomplete="off">${more.hint ? html`<span class="faint small">${more.hint}</span>` : nothing}</div>`;
}

/** A choice of a form. @param {string} name @param {string} label @param {string[]} options @param {string} [value] */
export function choice(name, label, options, value) {
  return html`<div class="field"><label for=${`s-${name}`}>${label}</label><select class="input" id=${`s-${name}`} name=${name}>${options.map((option) => html`<option ?selected=${option === value}>${option}</option>`)}</select></div>`;
}
