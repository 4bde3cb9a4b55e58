/**
 * Everything that the Agent App knows, and what can be done with it. Knows no page; `changed` is
 * called whenever there is something new to show.
 */
import { RtmClient, webSocketAddress } from '../../shared/rtm.js';
import { accessToken, endOfToken } from '../auth.js';
import { Chat } from './chat.js';
import { Colleagues } from './colleagues.js';
import { History } from './history.js';
import { Outbox } from './outbox.js';
import { take } from './pushes.js';
import { Queue } from './queue.js';
import { Traffic } from './traffic.js';
import { restoreUnsent } from './unsent.js';

const PATIENCE_MILLIS = 1_500;
/** Why a connection ends for good that a new sign-in would bring back. */
const SIGNED_OUT = new Set(['signed_out', 'authentication', 'access_token_revoked', 'access_token_expired']);
const MOST_PAGES = 20;
const RENEWAL_MILLIS = 120_000;

export class App {
  /** @param {{changed: (then?: () => void) => void, told: (kind: string, detail: any) => void, signedOut: () => void}} page */
  constructor({ changed, told, signedOut }) {
    this.changed = changed;
    this.told = told;
    this.signedOut = signedOut;
    this.ready = false;
    this.connection = { state: 'connecting', reason: undefined };
    /** @type {any} */
    this.me = null;
    this.license = null;
    this.status = 'not_accepting_chats';
    /** @type {Map<string, Chat>} */
    this.chats = new Map();
    /** @type {Map<string, any>} */
    this.agents = new Map();
    /** @type {Map<number, any>} */
    this.groups = new Map();
    this.traffic = new Traffic(this);
    this.colleagues = new Colleagues(this);
    this.history = new History(this);
    this.outbox = new Outbox(this);
    this.queue = new Queue(this);
    this.notice = null;
    this.signInNeeded = false;
    this.renewal = 0;
    this.rtm = new RtmClient({
      url: webSocketAddress('/v3.1/agent/rtm/ws'),
      goodbye: 'agent_disconnected',
      token: (refused) => this.token(refused),
      login: (token, again) => ({
        token: `Bearer ${token}`, reconnect: again, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        application: { name: 'Parley Agent App', version: '0.1' },
      }),
      onLogin: (answer, again) => this.entered(answer, again),
      onPush: (action, payload) => take(this, action, payload),
      onState: (state, { reason }) => this.connected(state, reason),
    });
  }

  start() {
    this.rtm.start();
  }

  async token(refused) {
    const token = await accessToken(refused);
    if (!token) {
      throw Object.assign(new Error('Nobody is signed in'), { type: 'signed_out' });
    }
    return token;
  }

  connected(state, reason) {
    this.connection = { state, reason, since: state === this.connection.state ? this.connection.since : Date.now() };
    if (state === 'stopped' && SIGNED_OUT.has(reason)) {
      if (this.ready) {
        this.signInNeeded = true;
      } else {
        this.signedOut();
      }
    }
    this.changed();
    setTimeout(() => this.changed(), PATIENCE_MILLIS);
  }

  /** Whether the connection has been missing for long enough to be spoken of. */
  get offline() {
    const { state, since } = this.connection;
    return state === 'stopped' || (state !== 'online' && Date.now() - since >= PATIENCE_MILLIS);
  }

  /** Has another token before the one at hand ends, so that nothing waits for it. */
  renewInTime() {
    clearTimeout(this.renewal);
    const end = endOfToken();
    if (end) {
      this.renewal = setTimeout(() => this.token(true).catch(() => {}).finally(() => this.renewInTime()), Math.max(RENEWAL_MILLIS / 4, end - Date.now() - RENEWAL_MILLIS));
    }
  }

  /** Takes in everything anew: what was missed while there was no connection is in the answers. */
  async entered(answer, again) {
    this.license = answer.license;
    this.me = answer.my_profile;
    this.status = this.me.routing_status ?? 'not_accepting_chats';
    this.meet(this.me);
    const untold = new Set([...this.chats.values()].filter((chat) => chat.active));
    this.chats.forEach((chat) => chat.doubt());
    const tell = (summaries) => summaries.forEach((summary) => untold.delete(this.learn(summary)));
    tell(answer.chats_summary);
    if (!again) {
      restoreUnsent(this);
    }
    this.ready = true;
    this.changed();
    try {
      await this.readMoreChats(tell);
      await Promise.all([...untold].map((chat) => this.lookAfter(chat)));
      const open = [...this.chats.values()].filter((chat) => chat.opened || chat.timeline.outgoing.length > 0);
      await Promise.all(open.map((chat) => this.read(chat)));
      await this.outbox.resend();
    } catch (error) {
      this.complain(error);
    }
    this.renewInTime();
    if (!again) {
      await this.colleagues.read();
      this.colleagues.hello();
    }
    this.traffic.read();
    this.changed();
  }

  /** Takes in what is told of a chat. @param {any} told @returns {Chat} */
  learn(told) {
    const chat = this.chat(told.id);
    chat.merge(told);
    told.users?.filter((user) => user.type === 'agent').forEach(({ present, events_seen_up_to, ...agent }) => this.meet(agent));
    return chat;
  }

  /** All active chats, page by page: the login tells only some. @param {(summaries: any[]) => void} tell */
  async readMoreChats(tell) {
    let pageId;
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await this.rtm.request('get_chats_summary', pageId ? { page_id: pageId, limit: 100 } : { limit: 100 });
      tell(answer.chats_summary);
      pageId = answer.next_page_id;
      if (!pageId || !answer.chats_summary.some((summary) => summary.last_thread_summary?.active)) {
        return;
      }
    }
  }

  /** A chat was active when the connection was lost, and no list tells of it: it is over, or out of reach. @param {Chat} chat */
  async lookAfter(chat) {
    try {
      const { threads_summary: [last] } = await this.rtm.request('get_chat_threads_summary', { chat_id: chat.id, limit: 1 });
      chat.merge({ thread: last });
    } catch (error) {
      if (error.type === 'offline') {
        throw error;
      }
      this.chats.delete(chat.id);
    }
  }

  /** @param {any} agent what is told of an agent */
  meet(agent) {
    this.agents.set(agent.id, { name: agent.id, ...this.agents.get(agent.id), ...agent });
  }

  /** @param {string} id @returns {Chat} */
  chat(id) {
    let chat = this.chats.get(id);
    if (!chat) {
      chat = new Chat(id, this.me?.id ?? '');
      this.chats.set(id, chat);
    }
    return chat;
  }

  /** Whoever wrote or did something. @param {Chat} chat @param {string} [id] */
  person(chat, id) {
    return chat.users.get(id) ?? this.agents.get(id);
  }

  groupName(id) {
    return this.groups.get(Number(id))?.name ?? (Number(id) === 0 ? 'Everybody' : `Group ${id}`);
  }

  /** Reads the newest threads of a chat, once. @param {Chat} chat */
  read(chat) {
    return this.history.read(chat);
  }

  /** Makes a request whose failure is shown. @returns {Promise<any>} undefined if it failed */
  async ask(action, payload) {
    try {
      return (await this.rtm.request(action, payload)) ?? {};
    } catch (error) {
      this.complain(error);
      return undefined;
    }
  }

  complain(error) {
    this.say(error.type === 'offline' ? 'There is no connection just now.' : inWords(error.message), 'problem');
  }

  /** Shows a line for a moment. @param {string} text @param {'done' | 'problem'} [kind] */
  say(text, kind = 'done') {
    clearTimeout(this.notice?.timer);
    this.notice = { text, kind, timer: setTimeout(() => { this.notice = null; this.changed(); }, 5_000) };
    this.changed();
  }

  /** Everything in the chat has been read. @param {Chat} chat */
  markSeen(chat) {
    const last = chat.timeline.lastEvent((event) => event.author_id !== this.me.id);
    if (last && last.created_at > chat.seenByMe && chat.mine && this.rtm.online) {
      chat.markSeen(this.me.id, last.created_at);
      this.rtm.request('mark_events_as_seen', { chat_id: chat.id, seen_up_to: last.created_at }).catch(() => {});
      this.changed();
    }
  }

  async setAccepting(accepting) {
    const status = accepting ? 'accepting_chats' : 'not_accepting_chats';
    if (await this.ask('update_agent', { routing_status: status })) {
      this.status = status;
      this.changed();
    }
  }
}

/** What the server says, without the name of the field that it is about: whoever reads it sees no fields. @param {string} message */
function inWords(message) {
  const words = message.replace(/^`[^`]*`: /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
