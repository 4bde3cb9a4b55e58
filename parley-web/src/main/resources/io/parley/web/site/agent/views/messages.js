/** The messages of a chat, in blocks of a few: a block is drawn again only when something in it changed. */
import { guard, html, nothing, repeat } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { body } from '../../shared/bodies.js';
import { clock, day, full, sameDay } from '../../shared/time.js';
import { icon } from '../../shared/icons.js';
import { property } from '../../shared/timeline.js';

/**
 * @typedef {{event: import('../../shared/timeline.js').ChatEvent, thread: import('../../shared/timeline.js').Thread}} Item
 * @typedef {{key: string, start: number, items: Item[]}} Block
 */

const BLOCK = 20;
const TOGETHER_MILLIS = 180_000;
const WORDS = { unknownEvent: 'A message of another kind', filledForm: 'Answers to a form', file: 'File', card: 'Card' };
const say = (key) => WORDS[key] ?? key;

/** Within each thread and from its beginning, so that neither what comes nor what is read later moves them. @param {Item[]} events @returns {Block[]} */
export function blocksOf(events) {
  const blocks = [];
  for (let start = 0, end = 0; start < events.length; start = end) {
    while (end < events.length && end - start < BLOCK && events[end].thread === events[start].thread) {
      end++;
    }
    blocks.push({ key: events[start].event.id, start, items: events.slice(start, end) });
  }
  return blocks;
}

/** @param {import('../model/app.js').App} app @param {import('../model/chat.js').Chat} chat @param {Item[]} events @param {Block} shown */
export function block(app, chat, events, { start, items }) {
  const customerId = chat.customer?.id;
  const before = events[start - 1];
  const after = events[start + items.length];
  const people = items.map(({ event }) => app.person(chat, event.author_id));
  const marks = items.map(({ thread }) => `${thread.tags}|${property(thread.properties, 'rating', 'score')}`).join();
  const seen = lastSeen(chat, events);
  return guard(
    [...items.map(({ event }) => event), ...people, before?.event, after?.event, marks, items.some(({ event }) => event === seen) && seen],
    () => items.map((item, index) => row(item, items[index - 1] ?? before, items[index + 1] ?? after, people[index], customerId, seen)));
}

/** The last message of agents' that the customer has seen. */
function lastSeen(chat, events) {
  const customerId = chat.customer?.id;
  const seenUpTo = chat.seenByCustomer;
  return events.findLast(({ event }) => event.created_at <= seenUpTo && event.author_id !== customerId && event.type !== 'system_message' && event.recipients !== 'agents')?.event;
}

function row({ event, thread }, before, after, author, customerId, seen) {
  const newThread = before?.thread !== thread;
  const newDay = !before || !sameDay(before.event.created_at, event.created_at);
  return html`${newThread ? threadMark(thread, before) : nothing}
    ${newDay || newThread ? html`<p class="date"><span>${day(event.created_at)}</span></p>` : nothing}
    ${event.type === 'system_message' ? system(event) : said(event, author, customerId, together(before?.event, event) && !newThread, together(event, after?.event), event === seen)}`;
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
  const name = author?.name || (own ? 'Agent' : author?.email || 'Visitor');
  return html`<div class=${`row${own ? ' own' : ''}${note ? ' note' : ''}`} data-event=${event.id}>${own ? nothing : more ? html`<span class="gap"></span>` : avatar({ ...author, name }, '1.875rem')}
    <div class="stack">${joined ? html`<span class="sr-only">${name}${note ? ', note' : ''}</span>` : html`<span class="name">${note ? html`${icon('lock', 13)} Note by ` : nothing}${name}</span>`}
    ${body(event, { say })}${more && !seen ? nothing : html`<span class="time" title=${full(event.created_at)}>${clock(event.created_at)}${seen ? html` ${icon('checks', 14)} Seen` : nothing}</span>`}</div></div>`;
}

function together(one, other) {
  return one && other && one.author_id === other.author_id && one.type !== 'system_message' && other.type !== 'system_message' && one.recipients === other.recipients
    && sameDay(one.created_at, other.created_at) && new Date(other.created_at) - new Date(one.created_at) < TOGETHER_MILLIS;
}

/** What is on its way, and what could not be sent. @param {import('../model/app.js').App} app @param {import('../model/chat.js').Chat} chat */
export function outgoing(app, chat) {
  return repeat(chat.timeline.outgoing, (each) => each.customId, (each) => sending(app, chat, each));
}

function sending(app, chat, each) {
  const failed = each.state === 'failed';
  const note = each.event?.recipients === 'agents';
  const drop = () => {
    chat.timeline.drop(each.customId);
    app.changed();
  };
  return html`<div class=${`row own${note ? ' note' : ''}`}><div class=${failed ? 'stack failed' : 'stack pending'}>
    ${each.event && each.event.type !== 'file' ? body(each.event, { say }) : html`<div class="bubble">${each.name}${each.state === 'uploading' ? html`<progress max="1" .value=${each.progress} aria-label="Uploading"></progress>` : nothing}</div>`}
    <span class="time">${failed ? html`<span class="problem" role="alert">Not sent: ${each.problem}</span> · <button @click=${() => app.outbox.retry(chat, each.customId)}>Try again</button> · <button @click=${drop}>Discard</button>` : 'Sending…'}</span></div></div>`;
}
