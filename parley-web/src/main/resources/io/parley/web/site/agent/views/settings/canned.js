import { html, nothing } from '../../../shared/template.js';
import { canned, keepCanned } from '../../model/canned.js';
import { icon } from '../../../shared/icons.js';

/** The canned responses of this browser: a list in which each can be changed where it stands. */
export class CannedSettings {
  /** @param {(then?: () => void) => void} changed */
  constructor(changed) {
    this.changed = changed;
    /** The word of the one that is being changed; empty: a new one; null: none. @type {string | null} */
    this.editing = null;
    this.problem = '';
  }

  page() {
    const all = canned();
    return html`<section class="panel"><header class="panel-head"><h2>Canned responses</h2>${this.editing === null ? html`<button class="button small" @click=${() => this.edit('')}>${icon('plus', 16)}Add</button>` : nothing}</header>
      <p class="faint">Type <kbd>#</kbd> or <kbd>/</kbd> and the begin of a word while you write. They are kept in this browser.</p>
      ${this.editing === '' ? this.form({ tag: '', text: '' }) : nothing}
      ${all.length ? html`<ul class="canned">${all.map((each) => html`<li>${this.editing === each.tag ? this.form(each) : this.line(each)}</li>`)}</ul>` : html`<p class="faint">There are none.</p>`}</section>`;
  }

  line(each) {
    return html`<b>#${each.tag}</b><span>${each.text}</span>
      <button class="button quiet small" aria-label=${`Change #${each.tag}`} @click=${() => this.edit(each.tag)}>Change</button>
      <button class="icon-button" aria-label=${`Delete #${each.tag}`} @click=${() => this.keep(canned().filter((other) => other.tag !== each.tag))}>${icon('close', 16)}</button>`;
  }

  form(each) {
    return html`<form class="stack-form" @submit=${(event) => this.save(event, each.tag)} @keydown=${(event) => event.key === 'Escape' && this.edit(null)}>
      <div class="field"><label for="canned-tag">Word</label><input id="canned-tag" name="tag" class="input short" .defaultValue=${each.tag} required maxlength="40" pattern="[\\p{L}\\d\\-]+" title="Letters, digits and hyphens" autocomplete="off"></div>
      <div class="field"><label for="canned-text">Text</label><textarea id="canned-text" name="text" class="input" required .defaultValue=${each.text}></textarea></div>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div class="buttons"><button class="button">Save</button><button type="button" class="button quiet" @click=${() => this.edit(null)}>Cancel</button></div></form>`;
  }

  /** @param {string | null} tag */
  edit(tag) {
    this.editing = tag;
    this.problem = '';
    this.changed(() => document.getElementById('canned-tag')?.focus());
  }

  save(event, before) {
    event.preventDefault();
    const { tag, text } = Object.fromEntries(new FormData(event.target));
    const all = canned();
    if (tag !== before && all.some((each) => each.tag === tag)) {
      this.problem = `#${tag} is there already.`;
      this.changed();
      return;
    }
    const at = all.findIndex((each) => each.tag === before);
    this.keep(at < 0 ? [...all, { tag, text }] : all.with(at, { tag, text }));
  }

  keep(all) {
    keepCanned(all);
    this.edit(null);
  }
}
