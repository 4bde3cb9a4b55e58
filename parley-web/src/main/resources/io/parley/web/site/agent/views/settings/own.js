import { html } from '../../../shared/template.js';
import { canned, keepCanned } from '../../model/canned.js';
import { icon } from '../../../shared/icons.js';

/** What everybody chooses for oneself; kept in this browser. @param {import('../../model/app.js').App} app @param {import('../../model/alerts.js').Alerts} alerts @param {() => void} changed */
export function own(app, alerts, changed) {
  const toggle = (kind, label, hint) => html`<label class="switch"><input type="checkbox" role="switch" .checked=${alerts.chosen[kind]} @change=${async (event) => { await alerts.choose(kind, event.target.checked); changed(); }}>
    <span>${label}<span class="faint small">${hint}</span></span></label>`;
  return html`<section class="panel"><h2>Notifications</h2>${toggle('sound', 'Sound', 'Two soft notes at a new chat or message')}${toggle('desktop', 'Desktop notifications', 'While this window is in the background')}</section>
    <section class="panel"><h2>Canned responses</h2><p class="faint">Type # and the begin of a word while writing. They are kept in this browser.</p>
      <ul class="canned">${canned().map((each) => html`<li><b>#${each.tag}</b><span>${each.text}</span><button class="icon-button" aria-label=${`Delete #${each.tag}`} @click=${() => { keepCanned(canned().filter((other) => other.tag !== each.tag)); changed(); }}>${icon('close', 16)}</button></li>`)}</ul>
      <form class="inline" @submit=${(event) => add(event, changed)}><label class="sr-only" for="canned-tag">Word</label><input id="canned-tag" name="tag" class="input short" placeholder="word" required pattern="[^\\s#]+">
        <label class="sr-only" for="canned-text">Text</label><input id="canned-text" name="text" class="input" placeholder="What it stands for" required><button class="button">Add</button></form></section>`;
}

function add(event, changed) {
  event.preventDefault();
  const { tag, text } = Object.fromEntries(new FormData(event.target));
  keepCanned([...canned().filter((each) => each.tag !== tag), { tag, text }]);
  event.target.reset();
  changed();
}
