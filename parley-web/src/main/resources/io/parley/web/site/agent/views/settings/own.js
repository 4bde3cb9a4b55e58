import { html, live } from '../../../shared/template.js';

/** What everybody chooses for oneself; kept in this browser. @param {import('../../model/alerts.js').Alerts} alerts @param {() => void} changed */
export function own(alerts, changed) {
  const toggle = (kind, label, hint) => html`<label class="switch"><input type="checkbox" role="switch" .checked=${live(alerts.chosen[kind])} @change=${async (event) => { await alerts.choose(kind, event.target.checked); changed(); }}>
    <span>${label}<span class="faint small">${hint}</span></span></label>`;
  return html`<section class="panel"><h2>Notifications</h2>${toggle('sound', 'Sound', 'Two soft notes at a new chat or message')}
    ${toggle('desktop', 'Desktop notifications', alerts.refused ? 'Your browser does not allow them for this page' : 'While this window is in the background')}</section>`;
}
