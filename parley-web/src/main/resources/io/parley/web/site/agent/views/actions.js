import { html, nothing } from '../../shared/template.js';
import { icon } from '../../shared/icons.js';

/** The menu of the open chat. @param {import('./conversation.js').Conversation} conversation @param {import('../model/chat.js').Chat} chat */
export function actions(conversation, chat) {
  const { app, dialogs } = conversation;
  const item = (drawing, label, act, kind = '') => html`<button class=${`menu-item ${kind}`} @click=${() => { conversation.menu = false; act(); conversation.changed(); }}>${icon(drawing, 18)}${label}</button>`;
  const leave = (id) => app.ask('remove_user_from_chat', { chat_id: chat.id, user_id: id, user_type: 'agent' });
  const others = chat.active ? chat.agents.filter((agent) => agent.id !== app.me.id) : [];
  return html`<div class="menu" role="group" aria-label="More" @keydown=${move}>
    ${chat.active ? item('transfer', 'Transfer…', () => dialogs.transfer(chat), 'only-narrow') : nothing}
    ${chat.lastThread ? item('tag', 'Tags…', () => dialogs.tags(chat), 'only-narrow') : nothing}
    ${chat.active && chat.mine ? item('addPerson', 'Add an agent…', () => dialogs.addAgent(chat)) : nothing}
    ${others.map((agent) => item('person', `Remove ${agent.name}`, () => leave(agent.id)))}
    ${chat.active && chat.mine ? item('signOut', 'Leave the chat', () => leave(app.me.id)) : nothing}
    ${chat.mine ? nothing : item(chat.followed ? 'eyeOff' : 'eye', chat.followed ? 'Stop supervising' : 'Supervise', () => follow(app, chat))}
    ${chat.active ? item('check', 'End the conversation', () => app.ask('close_thread', { chat_id: chat.id })) : nothing}
    <hr>${item('ban', 'Ban the customer…', () => dialogs.ban(chat), 'alert')}</div>`;
}

async function follow(app, chat) {
  const followed = !chat.followed;
  if (await app.ask(followed ? 'follow_chat' : 'unfollow_chat', { chat_id: chat.id })) {
    chat.followed = followed;
    app.changed();
  }
}

/** Up and down go through the entries. */
function move(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && !event.altKey) {
    event.preventDefault();
    const all = [...event.currentTarget.querySelectorAll('.menu-item')];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  }
}
