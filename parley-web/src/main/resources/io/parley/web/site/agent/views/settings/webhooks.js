import { html } from '../../../shared/template.js';
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
    const drop = (hook) => this.change('unregister_webhook', { webhook_id: hook.webhook_id }, 'The webhook is gone', '3.1');
    return html`<header class="panel-head"><h2>Webhooks</h2><button class="button" @click=${() => this.edit({})}>Register a webhook</button></header>
      ${!this.items ? this.state() : hooks.length ? html`<div class="table-box"><table><thead><tr><th scope="col">Action</th><th scope="col">Goes to</th><th scope="col">Description</th><th></th></tr></thead><tbody>
      ${hooks.map((hook) => html`<tr><td><code>${hook.action}</code></td><td><span class="clip">${hook.url}</span></td><td>${hook.description ?? ''}</td><td><button class="button quiet small" @click=${() => drop(hook)}>Unregister</button></td></tr>`)}</tbody></table></div>`
    : html`<div class="nothing"><h3>No webhooks yet</h3><p class="faint">A webhook tells a server of yours what happens, at once.</p></div>`}`;
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
