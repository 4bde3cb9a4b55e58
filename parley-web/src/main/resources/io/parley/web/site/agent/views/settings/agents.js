import { html, nothing } from '../../../shared/template.js';
import { avatar } from '../../../shared/avatar.js';
import { choice, line, Listed } from './listed.js';

const ROLES = ['normal', 'administrator', 'viceowner'];

/** The license's agents. */
export class AgentSettings extends Listed {
  page() {
    this.load('list_agents', { fields: ['job_title', 'groups', 'max_chats_count', 'suspended'] });
    if (this.editing) {
      return this.form(this.editing);
    }
    return html`<header class="panel-head"><h2>Agents</h2><button class="button" @click=${() => this.edit({})}>Add an agent</button></header>
      ${this.items ? html`<div class="table-box"><table class="fold"><thead><tr><th scope="col">Agent</th><th scope="col">Role</th><th scope="col">Groups</th><th scope="col">Chats at once</th><th><span class="sr-only">Change</span></th></tr></thead><tbody>
      ${this.items.map((agent) => html`<tr><td><span class="cell">${avatar(agent, '2rem')}<span><strong>${agent.name}</strong><span class="faint small">${agent.id}</span></span></span></td>
        <td>${agent.suspended ? html`<span class="tag bad">suspended</span>` : agent.role ?? agent.permission ?? ''}</td><td>${(agent.groups ?? []).filter((group) => Number(group.id) !== 0).map((group) => this.app.groupName(group.id)).join(', ')}</td><td data-label="at once">${agent.max_chats_count ?? ''}</td>
        <td><button class="button quiet small" @click=${() => this.edit(agent)}>Change</button></td></tr>`)}</tbody></table></div>` : this.state()}`;
  }

  form(agent) {
    const known = agent.id !== undefined;
    const remove = known && agent.id !== this.app.me.id ? () => this.change('delete_agent', { id: agent.id }, `${agent.name} is gone`) : undefined;
    return html`<form class="panel stack-form" @submit=${(event) => this.save(event, known)}><h2>${known ? agent.name : 'A new agent'}</h2>
      ${line('id', 'E-mail address', agent.id, { type: 'email', required: true, readonly: known })}${line('name', 'Name', agent.name, { required: true })}${line('job_title', 'Job title', agent.job_title)}
      ${line('max_chats_count', 'Chats at once', agent.max_chats_count ?? 6, { type: 'number', min: 0, max: 100 })}${agent.role === 'owner' ? nothing : choice('role', 'Role', ROLES, agent.role)}
      ${this.app.groups.size ? html`<fieldset><legend>Groups</legend>${[...this.app.groups.values()].filter((group) => Number(group.id) !== 0).map((group) => html`<label class="check"><input type="checkbox" name="group" value=${group.id}
        ?checked=${(agent.groups ?? []).some((each) => Number(each.id) === Number(group.id))}>${group.name}</label>`)}</fieldset>` : nothing}
      ${this.buttons(known ? 'Save' : 'Add', remove)}</form>`;
  }

  save(event, known) {
    event.preventDefault();
    const data = new FormData(event.target);
    const before = new Map((this.editing.groups ?? []).map((group) => [Number(group.id), group.priority]));
    const groups = data.getAll('group').map((id) => ({ id: Number(id), priority: before.get(Number(id)) ?? 'normal' }));
    const payload = {
      id: data.get('id'), name: data.get('name'), job_title: data.get('job_title') || undefined, max_chats_count: Number(data.get('max_chats_count')),
      role: data.get('role') ?? undefined, groups: groups.length ? groups : undefined,
    };
    this.change(known ? 'update_agent' : 'create_agent', payload, known ? 'Saved' : 'The agent is there');
  }
}
