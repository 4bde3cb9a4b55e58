/** One chat as the agent knows it. */
import { property, Timeline } from '../../shared/timeline.js';

export class Chat {
  /** @param {string} id @param {string} myId */
  constructor(id, myId) {
    this.id = id;
    this.myId = myId;
    this.timeline = new Timeline();
    /** What is on its way out. @type {import('../../shared/lane.js').Lane | undefined} */
    this.lane = undefined;
    /** @type {Map<string, any>} */
    this.users = new Map();
    this.properties = {};
    this.groupIds = [];
    this.followed = false;
    /** What lists show of the last thread before its events are read. @type {any} */
    this.lastThread = null;
    /** @type {any} */
    this.lastEvent = null;
    this.peek = null;
    this.typing = null;
    this.read = false;
    this.reading = null;
    /** Threads that were not read yet, the newest first. @type {string[]} */
    this.olderThreads = [];
    /** Where the list of threads goes on. @type {string | undefined} */
    this.olderPage = undefined;
    this.draft = { text: '', note: false };
    this.kept = false;
    /** Whether it could not be read, and nothing is known of it. */
    this.missing = false;
    this.counted = { version: -1, seen: '', last: null, unread: 0 };
  }

  /** Takes in what a summary, a push or an archive says of the chat. @param {any} told */
  merge(told) {
    told.users?.forEach((user) => this.users.set(user.id, user));
    this.properties = told.properties ?? this.properties;
    this.groupIds = told.access?.group_ids ?? this.groupIds;
    this.followed = told.is_followed ?? this.followed;
    const thread = told.thread ?? told.last_thread_summary;
    if (thread) {
      this.lastThread = { ...(this.lastThread?.id === thread.id ? this.lastThread : {}), ...thread, tags: thread.tags ?? [] };
      this.timeline.mergeThread(thread);
    }
    const events = Object.values(told.last_event_per_type ?? {}).map((last) => last.event).filter((event) => event?.created_at);
    events.forEach((event) => this.noteEvent(event));
  }

  /** The connection was lost: threads that could go on have to be read again. */
  doubt() {
    this.read = false;
    this.peek = null;
    this.typing = null;
    const { threads, lastThread } = this.timeline;
    threads.forEach((thread) => {
      thread.complete &&= !thread.active && thread !== lastThread;
    });
  }

  get hasOlder() {
    return this.olderThreads.length > 0 || this.olderPage !== undefined;
  }

  noteEvent(event) {
    if (!this.lastEvent || event.created_at >= this.lastEvent.created_at) {
      this.lastEvent = event;
    }
  }

  /** Takes in an event of a push. @param {string} threadId @param {any} event */
  addEvent(threadId, event) {
    this.timeline.addEvent(threadId, event);
    this.noteEvent(event);
    if (event.author_id === this.customer?.id) {
      this.peek = null;
    }
    this.typing = null;
  }

  get active() {
    return this.lastThread?.active ?? false;
  }

  get customer() {
    return [...this.users.values()].find((user) => user.type === 'customer');
  }

  get customerName() {
    const { customer } = this;
    return customer?.name || customer?.email || 'Visitor';
  }

  /** @returns {any[]} agents who are in the chat now */
  get agents() {
    return [...this.users.values()].filter((user) => user.type === 'agent' && user.present);
  }

  get mine() {
    return this.users.get(this.myId)?.present ?? false;
  }

  get pinned() {
    return property(this.properties, 'routing', 'pinned') === true;
  }

  /** The place in the queue, where the server tells it. @returns {number | undefined} */
  get queuePosition() {
    const position = property(this.lastThread?.properties, 'lc2', 'queue_pos');
    return this.place === 'queued' && Number(position) > 0 ? Number(position) : undefined;
  }

  /** In which list the chat is. @returns {'mine' | 'queued' | 'unassigned' | 'supervised' | 'others' | 'closed'} */
  get place() {
    if (!this.active) {
      return 'closed';
    }
    if (this.mine) {
      return 'mine';
    }
    if (this.agents.length === 0) {
      return this.pinned ? 'unassigned' : 'queued';
    }
    return this.followed ? 'supervised' : 'others';
  }

  get seenByMe() {
    return this.users.get(this.myId)?.events_seen_up_to ?? '';
  }

  get seenByCustomer() {
    return this.customer?.events_seen_up_to ?? '';
  }

  /** How many messages of the customer's this agent has not seen. */
  get unread() {
    const { timeline: { version }, seenByMe: seen, lastEvent: last, counted } = this;
    if (counted.version !== version || counted.seen !== seen || counted.last !== last) {
      this.counted = { version, seen, last, unread: this.countUnread(seen) };
    }
    return this.counted.unread;
  }

  countUnread(seen) {
    const customerId = this.customer?.id;
    const isNew = (event) => event !== null && event.author_id === customerId && event.type !== 'system_message' && event.created_at > seen;
    const events = this.timeline.events();
    let count = 0;
    for (let at = events.length - 1; at >= 0 && events[at].event.created_at > seen; at--) {
      count += isNew(events[at].event) ? 1 : 0;
    }
    return count || (isNew(this.lastEvent) ? 1 : 0);
  }

  /** @param {string} userId @param {string} time */
  markSeen(userId, time) {
    const user = this.users.get(userId);
    if (user && time > (user.events_seen_up_to ?? '')) {
      this.users.set(userId, { ...user, events_seen_up_to: time });
    }
  }

  /** When something last happened, for the order of lists. */
  get movedAt() {
    return this.lastEvent?.created_at ?? new Date((this.lastThread?.timestamp ?? 0) * 1000).toISOString();
  }
}
