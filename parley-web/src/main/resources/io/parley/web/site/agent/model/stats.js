/**
 * Figures from the archives: what happened on each day, how fast the first answer came, and how it
 * was rated.
 *
 * @typedef {{day: string, chats: number, answered: number, responseSeconds: number[], good: number, bad: number}} Day
 */
import { property } from '../../shared/timeline.js';

const PAGE = 100;
const MOST_PAGES = 30;

/** Reads the archives of the last days. @param {import('./app.js').App} app @param {number} days @param {(done: number) => void} progress @returns {Promise<any[]>} */
export async function conversations(app, days, progress) {
  const from = isoDay(new Date(Date.now() - (days - 1) * 86_400_000));
  const all = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const answer = await app.rtm.request('get_archives', { filters: { date_from: from }, pagination: { page, limit: PAGE } });
    all.push(...answer.chats.map((each) => each.chat ?? each));
    progress(all.length);
    if (answer.chats.length < PAGE) {
      break;
    }
  }
  return all;
}

/** @param {any[]} found @param {number} days */
export function figures(found, days) {
  /** @type {Map<string, Day>} */
  const byDay = new Map();
  for (let ago = days - 1; ago >= 0; ago--) {
    const day = isoDay(new Date(Date.now() - ago * 86_400_000));
    byDay.set(day, { day, chats: 0, answered: 0, responseSeconds: [], good: 0, bad: 0 });
  }
  const byAgent = new Map();
  const byTag = new Map();
  for (const { thread, users } of found) {
    const day = byDay.get(isoDay(new Date(thread.timestamp * 1000)));
    if (!day) {
      continue;
    }
    const customerId = users.find((user) => user.type === 'customer')?.id;
    const first = firstResponse(thread.events ?? [], customerId);
    const score = property(thread.properties, 'rating', 'score');
    day.chats++;
    if (first) {
      day.answered++;
      day.responseSeconds.push(first.seconds);
      add(byAgent, first.agentId, score);
    }
    day.good += score === 1 ? 1 : 0;
    day.bad += score === 0 ? 1 : 0;
    thread.tags?.forEach((tag) => byTag.set(tag, (byTag.get(tag) ?? 0) + 1));
  }
  return { days: [...byDay.values()], byAgent, byTag: [...byTag].sort((one, other) => other[1] - one[1]) };
}

function add(byAgent, id, score) {
  const agent = byAgent.get(id) ?? { chats: 0, good: 0, bad: 0 };
  byAgent.set(id, { chats: agent.chats + 1, good: agent.good + (score === 1 ? 1 : 0), bad: agent.bad + (score === 0 ? 1 : 0) });
}

/** How long the customer waited for the first words of an agent. */
function firstResponse(events, customerId) {
  const said = events.filter((event) => event.type !== 'system_message' && event.recipients !== 'agents');
  const asked = said.find((event) => event.author_id === customerId && event.type === 'message') ?? said.find((event) => event.author_id === customerId);
  const answer = asked && said.find((event) => event.author_id !== customerId && event.created_at > asked.created_at);
  return answer ? { agentId: answer.author_id, seconds: (new Date(answer.created_at) - new Date(asked.created_at)) / 1000 } : undefined;
}

/** The middle one. @param {number[]} values */
export function median(values) {
  if (values.length === 0) {
    return undefined;
  }
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function isoDay(date) {
  return date.toISOString().slice(0, 10);
}
