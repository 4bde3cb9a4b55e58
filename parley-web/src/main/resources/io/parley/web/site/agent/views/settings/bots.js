import { html } from '../../../shared/template.js';
import { avatar } from '../../../shared/avatar.js';
import { line, Listed } from './listed.js';

/** The license's bots. */
export class BotSettings extends Listed {
  page() {
    this.load('get_bot_agents', { all: true }, '3.1');
    if (this.editing) {
      return this.form(this.editing);
    }
    const bots = this.items?.bot_agents ?? this.items ?? [];
    return html`<header class="panel-head"><h2>Bots</h2><button class="button" @click=${() => this.edit({})}>Add a bot</button></header>
      ${!this.items ? this.state() : bots.length ? html`<div class="table-box"><table class="fold"><thead><tr><th scope="col">Bot</th><th scope="col">Status</th><th><span class="sr-only">Change</span></th></tr></thead><tbody>
      ${bots.map((bot) => html`<tr><td><span class="cell">${avatar(bot, '2rem')}<span><strong>${bot.name}</strong><span class="faint small">${bot.id}</span></span></span></td><td>${bot.status ?? ''}</td>
        <td><button class="button quiet small" @click=${() => this.edit(bot)}>Change</button></td></tr>`)}</tbody></table></div>`
    : html`<div class="nothing"><h3>No bots yet</h3><p class="faint">A bot answers by the Agent Chat API in the name of an application.</p></div>`}`;
  }

  form(bot) {
    const known = bot.id !== undefined;
    const remove = known ? () => this.change('remove_bot_agent', { bot_agent_id: bot.id }, `${bot.name} is gone`, '3.1') : undefined;
    const save = (event) => {
      event.preventDefault();
      const data = new FormData(event.target);
      const status = data.get('accepting') ? 'accepting chats' : 'offline';
      this.change(known ? 'update_bot_agent' : 'create_bot_agent', { id: bot.id, name: data.get('name'), status, max_chats_count: Number(data.get('max')) }, 'Saved', '3.1');
    };
    return html`<form class="panel stack-form" @submit=${save}><h2>${known ? bot.name : 'A new bot'}</h2>${line('name', 'Name', bot.name, { required: true })}${line('max', 'Chats at once', bot.max_chats_count ?? 6, { type: 'number', min: 0, max: 500 })}
      <label class="check"><input type="checkbox" name="accepting" ?checked=${bot.status === 'accepting chats'}>Accepts chats</label>${this.buttons(known ? 'Save' : 'Add', remove)}</form>`;
  }
}
