/** The settings: one's own, and for administrators the license's. */
import { html, nothing } from '../../shared/template.js';
import { icon } from '../../shared/icons.js';
import { AgentSettings } from './settings/agents.js';
import { BotSettings } from './settings/bots.js';
import { CannedSettings } from './settings/canned.js';
import { GroupSettings } from './settings/groups.js';
import { own } from './settings/own.js';
import { PropertySettings } from './settings/properties.js';
import { tokens } from './settings/tokens.js';
import { WebhookSettings } from './settings/webhooks.js';
import { widget } from './settings/widget.js';

export class Settings {
  /** @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell @param {import('../model/alerts.js').Alerts} alerts */
  constructor(app, shell, alerts) {
    this.app = app;
    this.changed = shell.changed;
    const parts = [AgentSettings, GroupSettings, BotSettings, WebhookSettings, PropertySettings].map((Part) => new Part(app, this.changed));
    this.parts = parts;
    const canned = new CannedSettings(this.changed);
    const draw = (part) => () => part.page();
    this.tabs = [
      ['own', 'person', 'You', () => html`${own(alerts, this.changed)}${canned.page()}`, false],
      ['widget', 'code', 'Chat Widget', () => widget(app), false],
      ['agents', 'team', 'Agents', draw(parts[0]), true],
      ['groups', 'layers', 'Groups', draw(parts[1]), true],
      ['bots', 'bot', 'Bots', draw(parts[2]), true],
      ['webhooks', 'webhook', 'Webhooks', draw(parts[3]), true],
      ['properties', 'tag', 'Properties', draw(parts[4]), true],
      ['tokens', 'key', 'Tokens', () => tokens(app), false],
    ];
  }

  /** Somebody comes here, or goes: what was read may be old. */
  entered() {
    this.parts.forEach((part) => part.entered());
  }

  /** @param {string} wanted */
  page(wanted) {
    const tabs = this.tabs.filter(([, , , , forAdmins]) => !forAdmins || this.app.me.permission !== 'normal');
    const [open] = [tabs.find(([name]) => name === wanted) ?? tabs[0]];
    return html`<main class="page settings"><header class="page-head"><h1>Settings</h1></header>
      <div class="settings-split"><nav aria-label="Settings">${tabs.map(([name, drawing, label]) => html`<a href=${`#/settings/${name}`} aria-current=${open[0] === name ? 'page' : nothing}>${icon(drawing, 18)}${label}</a>`)}</nav>
      <section class="settings-page" aria-label=${open[2]}>${open[3]()}</section></div></main>`;
  }
}
