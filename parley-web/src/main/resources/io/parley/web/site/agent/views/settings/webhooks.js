import { html, nothing } from '../../../shared/template.js';
import { ago, full } from '../../../shared/time.js';
import { icon } from '../../../shared/icons.js';
import { choice, line, Listed } from './listed.js';

const ACTIONS = [
  'incoming_chat_thread', 'incoming_event', 'event_updated', 'incoming_rich_message_postback', 'thread_closed', 'chat_properties_updated', 'chat_properties_deleted', 'chat_thread_properties_updated',
  'chat_thread_properties_deleted', 'chat_user_added', 'chat_user_removed', 'chat_thread_tagged', 'chat_thread_untagged', 'agent_status_changed', 'agent_deleted',
];

/** The webhooks that the license has registered. */
export class WebhookSettings extends Listed {
  page() {
    this.load('get_webhooks_config', {}, '3.1');
    if (this.editing) {
      return this.form();
    }
    const hooks = this.items ?? [];
    const told = hooks.some((hook) => hook.deliveries);
    return html`<header class="panel-head"><h2>Webhooks</h2><span class="buttons">${hooks.length ? html`<button class="button quiet" @click=${() => this.again()}>Refresh</button>` : nothing}<button class="button" @click=${() => this.edit({})}>Register a webhook</button></span></header>
      ${!this.items ? this.state() : hooks.length ? html`<div class="table-box"><table class="fold"><thead><tr><th scope="col">Action</th><th scope="col">Goes to</th>${told ? html`<th scope="col">Deliveries</th>` : nothing}<th><span class="sr-only">Unregister</span></th></tr></thead><tbody>
      ${hooks.map((hook) => html`<tr><td><code>${hook.action}</code>${hook.description ? html`<br><span class="faint small">${hook.description}</span>` : nothing}</td><td><span class="clip" title=${hook.url}>${hook.url}</span></td>
        ${told ? html`<td>${deliveries(hook.deliveries ?? {})}</td>` : nothing}<td class="end">${this.confirmed(hook.webhook_id, 'Unregister', () => this.drop(hook))}</td></tr>`)}</tbody></table></div>`
    : html`<div class="nothing panel">${icon('webhook', 32)}<h3>No webhooks yet</h3><p class="faint">A webhook tells a server of yours what happens, at once.</p></div>`}`;
  }

  drop(hook) {
    return this.change('unregister_webhook', { webhook_id: hook.webhook_id }, 'The webhook is gone', '3.1');
  }

  form() {
    const save = (event) => {
      event.preventDefault();
      const data = Object.fromEntries(new FormData(event.target));
      this.change('register_webhook', { ...data, description: data.description || undefined }, 'The webhook is registered', '3.1');
    };
    return html`<form class="panel stack-form" @submit=${save}><h2>A new webhook</h2>${choice('action', 'When', ACTIONS)}${line('url', 'Address', '', { type: 'url', required: true })}
      ${line('secret_key', 'Secret', '', { required: true, hint: 'Comes along with each delivery, so that your server knows whom it is from.' })}${line('description', 'Description', '')}${this.buttons('Register')}</form>`;
  }
}

/** How the deliveries of a webhook go. @param {{backlog?: number, parked?: number, last_success_at?: string, last_error?: string, last_error_at?: string}} state */
function deliveries({ backlog = 0, parked = 0, last_success_at: success, last_error: error, last_error_at: failedAt }) {
  const failing = error && (!success || failedAt > success);
  const kind = parked || failing ? 'bad' : success ? 'good' : '';
  return html`<span class=${`tag ${kind}`}>${parked ? `${parked} given up` : failing ? 'Failing' : backlog ? `${backlog} to be sent` : success ? 'Delivered' : 'Nothing sent yet'}</span>
    <span class="faint small state-line">${failing ? html`<span title=${full(failedAt)}>${error}, ${ago(failedAt)}</span>` : success ? html`<span title=${full(success)}>last ${ago(success)}</span>` : nothing}${parked && backlog ? html` · ${backlog} to be sent` : nothing}</span>`;
}
