import { html } from '../../../shared/template.js';
import { line, Listed } from './listed.js';

/** The license's groups. */
export class GroupSettings extends Listed {
  page() {
    this.load('list_groups', { fields: ['agent_priorities', 'routing_status'] });
    if (this.editing) {
      return this.form(this.editing);
    }
    return html`<header class="panel-head"><h2>Groups</h2><button class="button" @click=${() => this.edit({})}>Add a group</button></header>
      ${this.items ? html`<div class="table-box"><table class="fold"><thead><tr><th scope="col">Group</th><th scope="col">Agents</th><th scope="col">Status</th><th><span class="sr-only">Change</span></th></tr></thead><tbody>
      ${this.items.map((group) => html`<tr><td><strong>${group.name}</strong></td><td>${Object.keys(group.agent_priorities ?? {}).map((id) => this.app.agents.get(id)?.name ?? id).join(', ')}</td><td>${group.routing_status ?? ''}</td>
        <td>${Number(group.id) === 0 ? '' : html`<button class="button quiet small" @click=${() => this.edit(group)}>Change</button>`}</td></tr>`)}</tbody></table></div>` : this.state()}`;
  }

  form(group) {
    const known = group.id !== undefined;
    const remove = known ? () => this.change('delete_group', { id: Number(group.id) }, `${group.name} is gone`) : undefined;
    return html`<form class="panel stack-form" @submit=${(event) => this.save(event, group)}><h2>${known ? group.name : 'A new group'}</h2>${line('name', 'Name', group.name, { required: true })}
      <fieldset><legend>Agents</legend>${[...this.app.agents.values()].map((agent) => html`<div class="priority"><label for=${`p-${agent.id}`}>${agent.name}</label><select class="input" id=${`p-${agent.id}`} name=${agent.id}>
        ${['not in it', 'first', 'normal', 'last', 'supervisor'].map((each) => html`<option ?selected=${(group.agent_priorities?.[agent.id] ?? 'not in it') === each}>${each}</option>`)}</select></div>`)}</fieldset>
      ${this.buttons(known ? 'Save' : 'Add', remove)}</form>`;
  }

  save(event, group) {
    event.preventDefault();
    const { name, ...priorities } = Object.fromEntries(new FormData(event.target));
    const agents = Object.fromEntries(Object.entries(priorities).filter(([, priority]) => priority !== 'not in it'));
    const payload = { id: group.id === undefined ? undefined : Number(group.id), name, agent_priorities: agents };
    this.change(group.id === undefined ? 'create_group' : 'update_group', payload, 'Saved');
  }
}
