/**
 * Everything that the Agent App knows, and what can be done with it. Knows no page; `changed` is
 * called whenever there is something new to show.
 */
import { RtmClient, webSocketAddress } from '../../shared/rtm.js';
import { newCustomId } from '../../shared/timeline.js';
import { upload } from '../../shared/upload.js';
import { accessToken } from '../auth.js';
import { configure } from '../configuration.js';
import { Chat } from './chat.js';
import { take } from './pushes.js';
import { Traffic } from './traffic.js';

const THREADS_AT_ONCE = 5;
const LARGEST_FILE = 10 * 1024 * 1024;

export class App {
  /** @param {{changed: () => void, told: (kind: string, detail: any) => void, signedOut: () => void}} page */
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
    this.notice = null;
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
    this.connection = { state, reason };
    if (state === 'stopped' && ['signed_out', 'authentication', 'access_token_revoked'].includes(reason)) {
      this.signedOut();
    }
    this.changed();
  }

  /** Takes in everything anew: what was missed while there was no connection is in the answers. */
  async entered(answer, again) {
    this.license = answer.license;
    this.me = answer.my_profile;
    this.status = this.me.routing_status ?? 'not_accepting_chats';
    this.meet(this.me);
    for (const chat of this.chats.values()) {
      chat.read = false;
    }
    answer.chats_summary.forEach((summary) => this.chat(summary.id).merge(summary));
    this.ready = true;
    this.changed();
    try {
      await this.readMoreChats();
      const open = [...this.chats.values()].filter((chat) => chat.timeline.threads.size > 0 && (chat.opened || chat.timeline.outgoing.length > 0));
      await Promise.all(open.map((chat) => this.read(chat)));
      await this.resend();
    } catch (error) {
      this.complain(error);
    }
    if (!again) {
      this.readTeam();
      this.traffic.read();
    }
    this.changed();
  }

  /** All active chats, page by page: the login tells only some. */
  async readMoreChats() {
    let pageId;
    for (let page = 0; page < 10; page++) {
      const answer = await this.rtm.request('get_chats_summary', pageId ? { page_id: pageId, limit: 100 } : { limit: 100 });
      answer.chats_summary.forEach((summary) => this.chat(summary.id).merge(summary));
      pageId = answer.next_page_id;
      if (!pageId || !answer.chats_summary.some((summary) => summary.last_thread_summary?.active)) {
        return;
      }
    }
  }

  /** Agents and groups, as far as this agent may know them. */
  async readTeam() {
    const [agents, groups, bots] = await Promise.all([
      configure('list_agents', { fields: ['job_title', 'groups', 'max_chats_count', 'suspended'] }).catch(() => []),
      configure('list_groups').catch(() => []),
      configure('get_bot_agents', { all: true }, '3.1').then((answer) => answer.bot_agents ?? answer).catch(() => []),
    ]);
    agents.forEach((agent) => this.meet({ type: 'agent', ...agent }));
    bots.forEach((bot) => this.meet({ type: 'agent', is_bot: true, ...bot }));
    groups.forEach((group) => this.groups.set(Number(group.id), group));
    this.changed();
  }

  /** @param {any} agent what is told of an agent */
  meet(agent) {
    this.agents.set(agent.id, { ...this.agents.get(agent.id), ...agent });
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
    chat.opened = true;
    if (!chat.read && this.rtm.online) {
      chat.reading ??= this.readNow(chat).catch((error) => {
        if (error.type !== 'offline') {
          chat.read = true; // It would be refused again.
          this.complain(error);
        }
      }).finally(() => {
        chat.reading = null;
        this.changed();
      });
    }
    return chat.reading;
  }

  async readNow(chat) {
    const answer = await this.rtm.request('get_chat_threads_summary', { chat_id: chat.id, limit: 100 });
    const ids = answer.threads_summary.map((thread) => thread.id);
    const known = (id) => chat.timeline.threads.get(id)?.complete && !chat.timeline.threads.get(id).active;
    const wanted = ids.slice(0, THREADS_AT_ONCE).filter((id) => !known(id));
    if (wanted.length > 0) {
      await this.readThreads(chat, wanted);
    }
    chat.olderThreads = ids.filter((id) => !chat.timeline.threads.get(id)?.complete);
    chat.read = true;
  }

  async readThreads(chat, ids) {
    const answer = await this.rtm.request('get_chat_threads', { chat_id: chat.id, thread_ids: ids });
    const { threads, ...rest } = answer.chat;
    chat.merge(rest);
    threads.forEach((thread) => {
      chat.timeline.mergeThread(thread);
      if (!chat.lastThread || thread.order >= chat.lastThread.order) {
        chat.lastThread = { ...thread, tags: thread.tags ?? [], events: undefined };
      }
    });
  }

  /** @param {Chat} chat */
  async older(chat) {
    if (chat.reading || chat.olderThreads.length === 0) {
      return;
    }
    const ids = chat.olderThreads.slice(0, THREADS_AT_ONCE);
    chat.reading = this.readThreads(chat, ids).then(() => {
      chat.olderThreads = chat.olderThreads.filter((id) => !ids.includes(id));
    }, () => {}).finally(() => {
      chat.reading = null;
      this.changed();
    });
    this.changed();
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
    this.say(error.type === 'offline' ? 'There is no connection just now.' : error.message, 'problem');
  }

  /** Shows a line for a moment. @param {string} text @param {'done' | 'problem'} [kind] */
  say(text, kind = 'done') {
    clearTimeout(this.notice?.timer);
    this.notice = { text, kind, timer: setTimeout(() => { this.notice = null; this.changed(); }, 5_000) };
    this.changed();
  }

  /** @param {Chat} chat @param {string} text @param {boolean} note only agents see it */
  send(chat, text, note) {
    this.dispatch(chat, { type: 'message', text, recipients: note ? 'agents' : 'all' });
  }

  dispatch(chat, event) {
    const customId = newCustomId();
    chat.timeline.begin({ customId, event: { ...event, custom_id: customId }, state: 'sending' });
    this.changed();
    return this.deliver(chat, customId);
  }

  /** Brings on its way what waits, one after another; it stays in the list until its event arrives. */
  deliver(chat, customId) {
    chat.lane = (chat.lane ?? Promise.resolve()).then(() => this.deliverNow(chat, customId));
    return chat.lane;
  }

  async deliverNow(chat, customId) {
    const outgoing = chat.timeline.outgoing.find((each) => each.customId === customId);
    if (!outgoing || !this.rtm.online) {
      return;
    }
    chat.timeline.update(customId, { state: 'sending', problem: undefined });
    try {
      await this.rtm.request('send_event', { chat_id: chat.id, event: outgoing.event, attach_to_last_thread: !chat.active || undefined });
    } catch (error) {
      if (error.type !== 'offline') {
        chat.timeline.update(customId, { state: 'failed', problem: error.message });
      }
    }
    this.changed();
  }

  async resend() {
    for (const chat of this.chats.values()) {
      for (const { customId, state } of chat.timeline.outgoing) {
        if (state === 'sending') {
          await this.deliver(chat, customId);
        }
      }
    }
  }

  async retry(chat, customId) {
    chat.read = false;
    await this.read(chat);
    const outgoing = chat.timeline.outgoing.find((each) => each.customId === customId);
    if (outgoing?.file && !outgoing.event) {
      this.sendFile(chat, outgoing.file, false, customId);
    } else if (outgoing) {
      this.deliver(chat, customId);
    }
  }

  /** @param {Chat} chat @param {File} file @param {boolean} note @param {string} [again] */
  async sendFile(chat, file, note, again) {
    const customId = again ?? newCustomId();
    if (!again) {
      chat.timeline.begin({ customId, event: null, state: 'uploading', name: file.name, progress: 0, file });
    }
    try {
      if (file.size > LARGEST_FILE) {
        throw new Error('The file is larger than 10 MB');
      }
      const url = await upload('/v3.1/agent/action/upload_file', await this.token(false), file, (progress) => {
        chat.timeline.update(customId, { progress });
        this.changed();
      });
      chat.timeline.update(customId, { state: 'sending', event: { type: 'file', url, recipients: note ? 'agents' : 'all', custom_id: customId } });
      await this.deliver(chat, customId);
    } catch (error) {
      chat.timeline.update(customId, { state: 'failed', problem: error.message });
    }
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
