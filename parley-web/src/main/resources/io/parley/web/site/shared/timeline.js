/**
 * The events of one chat, as they are known here: in order, each once, whichever way and however
 * often it was told. What is being sent stands at the end until its event arrives.
 *
 * @typedef {object} ChatEvent
 * @property {string} id
 * @property {string} type
 * @property {string} created_at
 * @property {string} [author_id]
 * @property {string} [custom_id]
 * @property {string} [text]
 * @property {string} [recipients]
 * @property {any} [properties]
 *
 * @typedef {object} Thread
 * @property {string} id
 * @property {number} order
 * @property {boolean} active
 * @property {number} [timestamp]
 * @property {string[]} tags
 * @property {any} properties
 * @property {Map<string, ChatEvent>} events
 * @property {ChatEvent[] | null} sorted the events in order; null: to be sorted anew
 * @property {boolean} complete whether all of its events were told
 *
 * @typedef {object} Outgoing something on its way
 * @property {string} customId
 * @property {any} event what is sent
 * @property {'sending' | 'uploading' | 'failed'} state
 * @property {number} [progress] of an upload, from 0 to 1
 * @property {string} [name]
 * @property {string} [problem]
 * @property {File} [file] that is to be uploaded first
 * @property {'all' | 'agents'} [recipients] of the file
 */

let lastCustomId = 0;

/** An id under which an event is recognised after it was sent. */
export function newCustomId() {
  return `${Date.now().toString(36)}-${(++lastCustomId).toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
}

export class Timeline {
  constructor() {
    /** @type {Map<string, Thread>} */
    this.threads = new Map();
    /** @type {Outgoing[]} */
    this.outgoing = [];
    this.version = 0;
    this.cache = { version: -1, events: [] };
  }

  /** Takes in a thread as an answer or push has it. @param {any} thread */
  mergeThread(thread) {
    const known = this.threadOf(thread.id, thread.order);
    known.order = thread.order ?? known.order;
    known.active = thread.active ?? known.active;
    known.timestamp = thread.timestamp ?? known.timestamp;
    known.tags = thread.tags ?? (thread.events ? [] : known.tags);
    known.properties = thread.properties ?? known.properties;
    if (thread.events) {
      known.complete = true;
      thread.events.forEach((event) => this.put(known, event));
    }
    this.version++;
    return known;
  }

  /** Takes in one event. @param {string} threadId @param {ChatEvent} event */
  addEvent(threadId, event) {
    this.put(this.threadOf(threadId), event);
    this.version++;
  }

  /** Changes an event, if it is known. @param {string} threadId @param {string} eventId @param {(event: ChatEvent) => ChatEvent} change */
  changeEvent(threadId, eventId, change) {
    const thread = this.threads.get(threadId);
    const event = thread?.events.get(eventId);
    if (event) {
      thread.events.set(eventId, change(event));
      thread.sorted = null;
      this.version++;
    }
  }

  threadOf(threadId, order) {
    let thread = this.threads.get(threadId);
    if (!thread) {
      thread = {
        id: threadId, order: order ?? (this.lastThread?.order ?? 0) + 1,
        active: true, tags: [], properties: {}, events: new Map(), sorted: null, complete: false,
      };
      this.threads.set(threadId, thread);
    }
    return thread;
  }

  put(thread, event) {
    const last = thread.sorted?.at(-1);
    thread.sorted = last && !thread.events.has(event.id) && byTime(last, event) < 0 ? [...thread.sorted, event] : null;
    thread.events.set(event.id, event);
    if (event.custom_id) {
      this.outgoing = this.outgoing.filter((each) => each.customId !== event.custom_id);
    }
  }

  /** @returns {Thread[]} the oldest first */
  get orderedThreads() {
    return [...this.threads.values()].sort((one, other) => one.order - other.order);
  }

  /** @returns {Thread | undefined} */
  get lastThread() {
    return this.orderedThreads.at(-1);
  }

  /** True if there is an event with that id of the sender's. @param {string} customId */
  has(customId) {
    return this.events().some(({ event }) => event.custom_id === customId);
  }

  /**
   * All events with their threads, the oldest first. The same list until something changes.
   *
   * @returns {{event: ChatEvent, thread: Thread}[]}
   */
  events() {
    if (this.cache.version !== this.version) {
      const events = this.orderedThreads.flatMap((thread) =>
        inOrder(thread).map((event) => ({ event, thread })));
      this.cache = { version: this.version, events };
    }
    return this.cache.events;
  }

  /** The newest event that fits. @param {(event: ChatEvent) => boolean} fits */
  lastEvent(fits = () => true) {
    return this.events().findLast(({ event }) => fits(event))?.event;
  }

  /** @param {Outgoing} outgoing */
  begin(outgoing) {
    this.outgoing = [...this.outgoing, outgoing];
    this.version++;
  }

  /** @param {string} customId @param {Partial<Outgoing>} change */
  update(customId, change) {
    this.outgoing = this.outgoing.map((each) => (each.customId === customId ? { ...each, ...change } : each));
    this.version++;
  }

  /** @param {string} customId */
  drop(customId) {
    this.outgoing = this.outgoing.filter((each) => each.customId !== customId);
    this.version++;
  }
}

/** @param {Thread} thread */
function inOrder(thread) {
  thread.sorted ??= [...thread.events.values()].sort(byTime);
  return thread.sorted;
}

/** Ids end in the number of the event in its thread. */
function byTime(one, other) {
  if (one.created_at !== other.created_at) {
    return one.created_at < other.created_at ? -1 : 1;
  }
  return numberOf(one.id) - numberOf(other.id);
}

function numberOf(id) {
  return Number(id.slice(id.lastIndexOf('_') + 1)) || 0;
}

/** The value of a property, wherever it may be missing. @param {any} properties @param {string} namespace @param {string} name */
export function property(properties, namespace, name) {
  const value = properties?.[namespace]?.[name];
  return value !== null && typeof value === 'object' && 'value' in value ? value.value : value;
}
