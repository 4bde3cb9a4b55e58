/** The list of messages. */
import { guard, html, nothing, repeat } from '../shared/template.js';
import { avatar } from '../shared/avatar.js';
import { body, linkPreview } from '../shared/bodies.js';
import { clock, day, sameDay } from '../shared/time.js';
import { firstAddress } from '../shared/text.js';

const TOGETHER_MILLIS = 120_000;

/**
 * @param {import('./chat.js').Chat} chat
 * @param {(key: string) => string} say
 * @param {{press: (thread: any, event: any, button: any) => void}} actions
 */
export function messages(chat, say, actions) {
  const events = chat.timeline.events();
  const lastOwn = events.findLast(({ event }) => event.author_id === chat.customer.id)?.event;
  return html`${repeat(events, ({ event }) => event.id, (each, index) =>
    row(chat, say, actions, { ...each, before: events[index - 1]?.event, after: events[index + 1]?.event, lastOwn: each.event === lastOwn }))}
    ${repeat(chat.timeline.outgoing, (each) => each.customId, (each) => outgoing(chat, say, each))}`;
}

function row(chat, say, actions, { event, thread, before, after, lastOwn }) {
  const newDay = !before || !sameDay(before.created_at, event.created_at);
  const seen = lastOwn && event.created_at <= chat.seenByAgent;
  const author = chat.users.get(event.author_id);
  const address = event.type === 'message' && firstAddress(event.text);
  const details = address ? chat.preview(address) : undefined;
  return guard([event, before?.id, after?.id, seen, lastOwn, author, details, thread.active], () => html`
    ${newDay ? html`<p class="date"><span>${day(event.created_at)}</span></p>` : nothing}
    ${event.type === 'system_message' ? system(event)
    : event.author_id === chat.customer.id ? own(event, say, actions, thread, together(event, after), seen, details)
    : other(event, say, actions, thread, author, before, after, details)}`);
}

function system(event) {
  return event.text ? html`<p class="system">${event.text}</p>` : nothing;
}

function own(event, say, actions, thread, more, seen, details) {
  return html`<div class="row own"><div class="stack"><span class="sr-only">${say('you')}</span>${body(event, context(say, thread, actions, details))}
    ${more ? nothing : html`<span class="time">${clock(event.created_at)}${seen ? ` · ${say('seen')}` : ''}</span>`}</div></div>`;
}

function other(event, say, actions, thread, author, before, after, details) {
  const first = !together(before, event);
  const more = together(event, after);
  return html`<div class="row">${more ? html`<span class="gap"></span>` : avatar(author, '1.75rem')}
    <div class="stack">${first ? html`<span class="name">${author?.name ?? say('agent')}</span>` : html`<span class="sr-only">${author?.name}</span>`}
    ${body(event, context(say, thread, actions, details))}${more ? nothing : html`<span class="time">${clock(event.created_at)}</span>`}</div></div>`;
}

function context(say, thread, actions, details) {
  return {
    say,
    press: thread.active ? (event, button) => actions.press(thread, event, button) : undefined,
    preview: () => (details ? linkPreview(details) : nothing),
  };
}

function together(one, other) {
  return one && other && one.author_id === other.author_id && one.type !== 'system_message' && other.type !== 'system_message'
    && sameDay(one.created_at, other.created_at) && new Date(other.created_at) - new Date(one.created_at) < TOGETHER_MILLIS;
}

function outgoing(chat, say, each) {
  const failed = each.state === 'failed';
  return html`<div class="row own"><div class=${failed ? 'stack failed' : 'stack pending'}>
    ${each.event?.type === 'message' ? body(each.event, { say }) : html`<div class="bubble">${each.name}
      ${each.state === 'uploading' ? html`<progress max="1" .value=${each.progress} aria-label=${say('uploading')}></progress>` : nothing}</div>`}
    ${failed ? html`<span class="time problem" role="alert">${say(each.problem === 'tooLarge' ? 'tooLarge' : 'failed')} ·
      <button @click=${() => chat.outbox.retry(each.customId)}>${say('retry')}</button> · <button @click=${() => chat.outbox.discard(each.customId)}>${say('discard')}</button></span>`
    : html`<span class="time">${say(each.state === 'uploading' ? 'uploading' : 'sending')}</span>`}</div></div>`;
}
