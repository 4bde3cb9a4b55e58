import { html, nothing, repeat } from '../../shared/template.js';
import { ago } from '../../shared/time.js';
import { avatar } from '../../shared/avatar.js';
import { icon } from '../../shared/icons.js';
import { safeAddress } from '../../shared/text.js';

/** Who is on the site now. @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell */
export function traffic(app, shell) {
  const visitors = app.traffic.list;
  return html`<main class="page"><header class="page-head"><div><h1>Traffic</h1><p class="faint">Customers who are on the site now, or came within the last half hour.</p></div></header>
    ${visitors.length ? html`<div class="table-box"><table class="fold"><thead><tr><th scope="col">Customer</th><th scope="col">Page</th><th scope="col">Since</th><th scope="col">Visits</th><th scope="col">Conversation</th></tr></thead>
      <tbody>${repeat(visitors, (visitor) => visitor.id, (visitor) => row(app, shell, visitor))}</tbody></table></div>`
    : html`<div class="nothing panel">${icon('traffic', 36)}<h2>Nobody is here</h2><p class="faint">When somebody opens a page with the Chat Widget, you will see it here.</p></div>`}</main>`;
}

function row(app, shell, visitor) {
  const chat = [...app.chats.values()].find((each) => each.active && each.users.has(visitor.id));
  const name = visitor.name || visitor.email || 'Visitor';
  return html`<tr><td><span class="cell">${avatar({ ...visitor, name }, '2rem')}<span><strong>${name}</strong>${visitor.email ? html`<span class="faint small">${visitor.email}</span>` : nothing}</span></span></td>
    <td>${visitor.page ? html`<a class="clip" href=${safeAddress(visitor.page.url)} target="_blank" rel="noopener noreferrer">${visitor.page.title || visitor.page.url}</a>` : html`<span class="faint">–</span>`}</td>
    <td data-label="since">${ago(visitor.since)}</td><td data-label="visits">${visitor.statistics?.visits_count ?? 1}</td>
    <td>${chat ? html`<a class="button quiet small" href=${`#/chats/${encodeURIComponent(chat.id)}`}>${{ mine: 'With you', queued: 'Waiting', unassigned: 'Unassigned' }[chat.place] ?? `With ${chat.agents[0]?.name ?? 'an agent'}`}</a>`
    : html`<button class="button quiet small" @click=${() => invite(app, shell, visitor)}>Start a chat</button>`}</td></tr>`;
}

async function invite(app, shell, visitor) {
  const before = [...app.chats.values()].find((chat) => chat.users.has(visitor.id));
  const answer = before
    ? await app.ask('activate_chat', { chat: { id: before.id } })
    : await app.ask('start_chat', { chat: { users: [{ id: visitor.id, type: 'customer' }] } });
  if (answer) {
    const id = before?.id ?? answer.chat_id;
    app.chat(id);
    shell.openChat(id);
  }
}
