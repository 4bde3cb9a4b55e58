/**
 * The messages of a chat, in blocks: a block is drawn again only when something in it changed, and
 * the browser leaves blocks out of view out of its layout. So thousands stay light.
 */
import { guard, html, nothing, repeat } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { body } from '../../shared/bodies.js';
import { clock, day, full, sameDay } from '../../shared/time.js';
import { icon } from '../../shared/icons.js';
import { property } from '../../shared/timeline.js';

const BLOCK = 40;
const TOGETHER_MILLIS = 180_000;
const WORDS = { unknownEvent: 'A message of another kind', filledForm: 'Answers to a form', file: 'File', card: 'Card' };
const say = (key) => WORDS[key] ?? key;

/** @param {import('../model/app.js').App} app @param {import('../model/chat.js').Chat} chat */
export function messages(app, chat) {
  const events = chat.timeline.events();
  const customerId = chat.customer?.id;
  const lastSeen = events.findLast(({ event }) => event.author_id !== customerId && event.type !== 'system_message' && event.recipients !== 'agents' && event.created_at <= chat.seenByCustomer)?.event;
  const blocks = [];
  // Within each thread and from its beginning, so that neither what comes nor what is read later moves them.
  for (let start = 0, end = 0; start < events.length; start = end) {
    while (end < events.length && end - start < BLOCK && events[end].thread === events[start].thread) {
      end++;
    }
    blocks.push({ key: events[start].event.id, start, items: events.slice(start, end) });
  }
  return html`${repeat(blocks, (block) => block.key, ({ start, items }) => {
    const before = events[start - 1];
    const after = events[start + items.length];
    const people = items.map(({ event }) => app.person(chat, event.author_id));
    const marks = items.map(({ thread }) => `${thread.tags}|${property(thread.properties, 'rating', 'score')}`).join();
    return html`<div class="block" .style=${`contain-intrinsic-size:auto ${items.length * 56}px`}>${guard(
      [...items.map(({ event }) => event), ...people, before?.event, after?.event, marks, items.some(({ event }) => event === lastSeen) && lastSeen],
      () => items.map((item, index) => row(chat, item, items[index - 1] ?? before, items[index + 1] ?? after, people[index], customerId, lastSeen)))}</div>`;
  })}
  ${repeat(chat.timeline.outgoing, (each) => each.customId, (each) => outgoing(app, chat, each))}`;
}

function row(chat, { event, thread }, before, after, author, customerId, lastSeen) {
  const newThread = before?.thread !== thread;
  const newDay = !before || !sameDay(before.event.created_at, event.created_at);
  return html`${newThread ? threadMark(thread, before) : nothing}
    ${newDay || newThread ? html`<p class="date"><span>${day(event.created_at)}</span></p>` : nothing}
    ${event.type === 'system_message' ? system(event) : said(event, author, customerId, together(before?.event, event) && !newThread, together(event, after?.event), event === lastSeen)}`;
}

function threadMark(thread, before) {
  const score = property(thread.properties, 'rating', 'score');
  return before || thread.tags.length || score !== undefined ? html`<div class="thread-mark">${before ? html`<span>New conversation</span>` : nothing}
    ${thread.tags.map((tag) => html`<span class="tag">${tag}</span>`)}${score === undefined ? nothing : html`<span class=${score ? 'tag good' : 'tag bad'}>${icon(score ? 'like' : 'dislike', 14)}rated ${score ? 'good' : 'bad'}</span>`}</div>` : nothing;
}

function system(event) {
  return event.text ? html`<p class="system" title=${full(event.created_at)}>${event.text} · ${clock(event.created_at)}</p>` : nothing;
}

function said(event, author, customerId, joined, more, seen) {
  const own = event.author_id !== customerId;
  const note = event.recipients === 'agents';
  return html`<div class=${`row${own ? ' own' : ''}${note ? ' note' : ''}`}>${own ? nothing : more ? html`<span class="gap"></span>` : avatar({ ...author, name: author?.name || author?.email || 'Visitor' }, '1.875rem')}
    <div class="stack">${joined ? html`<span class="sr-only">${author?.name}</span>` : html`<span class="name">${note ? html`${icon('lock', 13)} Note by ` : nothing}${author?.name || (own ? 'Agent' : author?.email || 'Visitor')}</span>`}
    ${body(event, { say })}${more && !seen ? nothing : html`<span class="time" title=${full(event.created_at)}>${clock(event.created_at)}${seen ? html` ${icon('checks', 14)} Seen` : nothing}</span>`}</div></div>`;
}

function together(one, other) {
  return one && other && one.author_id === other.author_id && one.type !== 'system_message' && other.type !== 'system_message' && one.recipients === other.recipients
    && sameDay(one.created_at, other.created_at) && new Date(other.created_at) - new Date(one.created_at) < TOGETHER_MILLIS;
}

function outgoing(app, chat, each) {
  const failed = each.state === 'failed';
  const note = each.event?.recipients === 'agents';
  const drop = () => {
    chat.timeline.drop(each.customId);
    app.changed();
  };
  return html`<div class=${`row own${note ? ' note' : ''}`}><div class=${failed ? 'stack failed' : 'stack pending'}>
    ${each.event && each.event.type !== 'file' ? body(each.event, { say }) : html`<div class="bubble">${each.name}${each.state === 'uploading' ? html`<progress max="1" .value=${each.progress} aria-label="Uploading"></progress>` : nothing}</div>`}
    <span class="time">${failed ? html`<span class="problem" role="alert">Not sent: ${each.problem}</span> · <button @click=${() => app.retry(chat, each.customId)}>Try again</button> · <button @click=${drop}>Discard</button>` : 'Sending…'}</span></div></div>`;
}
