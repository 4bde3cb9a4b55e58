import { html } from '../../../shared/template.js';
import { choice, line, Listed } from './listed.js';

const PLACES = ['chat', 'thread', 'event'];

/** The properties that are configured for the license, by namespace. */
export class PropertySettings extends Listed {
  page() {
    this.load('get_property_configs', { all: true }, '3.1');
    if (this.editing) {
      return this.form();
    }
    const rows = Object.entries(this.items ?? {}).flatMap(([namespace, properties]) => Object.entries(properties).map(([name, property]) => ({ namespace, name, ...property })));
    return html`<header class="panel-head"><h2>Properties</h2><button class="button" @click=${() => this.edit({})}>Add a property</button></header>
      ${this.items ? html`<div class="table-box"><table class="fold"><thead><tr><th scope="col">Property</th><th scope="col">Type</th><th scope="col">In</th><th scope="col">Description</th></tr></thead><tbody>
      ${rows.map((row) => html`<tr><td><code>${row.namespace}.${row.name}</code></td><td>${row.type}</td><td>${Object.keys(row.locations ?? {}).join(', ')}</td><td>${row.description ?? ''}</td></tr>`)}</tbody></table></div>` : this.state()}`;
  }

  form() {
    return html`<form class="panel stack-form" @submit=${(event) => this.save(event)}><h2>A new property</h2>${line('name', 'Name', '', { required: true })}${choice('type', 'Type', ['string', 'tokenized_string', 'int', 'bool'])}
      ${line('description', 'Description', '')}<fieldset><legend>Where it can stand</legend>${PLACES.map((place) => html`<label class="check"><input type="checkbox" name="place" value=${place} ?checked=${place === 'chat'}>${place}</label>`)}</fieldset>
      <fieldset><legend>Customers</legend><label class="check"><input type="checkbox" name="customer" value="read">may read it</label><label class="check"><input type="checkbox" name="customer" value="write">may write it</label></fieldset>${this.buttons('Add')}</form>`;
  }

  save(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    const access = { agent: { read: true, write: true }, customer: { read: data.getAll('customer').includes('read'), write: data.getAll('customer').includes('write') } };
    const locations = Object.fromEntries(data.getAll('place').map((place) => [place, { access }]));
    const property = { type: data.get('type'), locations, description: data.get('description') || undefined, domain: undefined };
    this.change('create_properties', { [data.get('name')]: property }, 'The property is there', '3.1');
  }
}
