/**
 * The customer's side of the one chat: what is known of it, and what can be done in it. Knows no
 * page; `changed` is called whenever there is something new to show.
 *
 * @typedef {'loading' | 'ready' | 'stopped'} Phase
 */
import { RtmClient, webSocketAddress } from '../shared/rtm.js';
import { newCustomId, property, Timeline } from '../shared/timeline.js';
import { pressed } from '../shared/postback.js';
import { upload } from '../shared/upload.js';

const THREADS_AT_ONCE = 3;
const TYPING_MILLIS = 7_000;
const LARGEST_FILE = 10 * 1024 * 1024;

export class Chat {
  /**
   * @param {import('./session.js').Session} session
   * @param {{group?: number, changed: (then?: () => void) => void, happened: (name: string, detail?: any) => void}} options
   */
  constructor(session, { group, changed, happened }) {
    this.session = session;
    this.group = group;
    this.changed = changed;
    this.happened = happened;
    /** @type {Phase} */
    this.phase = 'loading';
    this.connection = { state: 'connecting', reason: undefined };
    this.page = { url: '', title: '', referrer: '' };
    this.customer = { id: '', name: '', email: '' };
    this.wanted = {};
    this.timeline = new Timeline();
    this.users = new Map();
    this.chatId = '';
    this.olderThreads = [];
    this.loadingOlder = false;
    this.onlineGroups = [];
    this.typing = { until: 0, timer: 0 };
    this.seenByMe = '';
    this.seenByAgent = '';
    this.greeting = null;
    this.forms = {};
    this.previews = new Map();
    this.lane = Promise.resolve();
    this.rtm = new RtmClient({
      url: webSocketAddress(`/v3.1/customer/rtm/ws?license_id=${session.license}`),
      goodbye: 'customer_disconnected',
      token: (refused) => session.token(refused),
      login: (token) => this.login(token),
      onLogin: (answer) => this.entered(answer),
      onPush: (action, payload) => this.pushed(action, payload),
      onState: (state, detail) => this.connected(state, detail.reason),
    });
  }

  start() {
    this.rtm.start();
  }

  login(token) {
    return {
      token: `Bearer ${token}`,
      customer: this.wanted,
      customer_page: this.page.url ? { url: this.page.url, title: this.page.title } : undefined,
      referrer: this.page.referrer || undefined,
      group_id: this.group,
      is_mobile: screen.width <= 480,
    };
  }

  connected(state, reason) {
    this.connection = { state, reason };
    if (state === 'stopped') {
      this.phase = 'stopped';
    }
    this.changed();
  }

  /** Takes in everything anew: what was missed while there was no connection is in the answers. */
  async entered(answer) {
    this.customer.id = answer.customer_id;
    const config = answer.__priv_dynamic_config ?? {};
    this.customer.name = config.customer_data?.name ?? this.customer.name;
    this.onlineGroups = config.online_groups_ids ?? [];
    this.predicted = config.predicted_agent;
    this.welcome(config.greeting);
    this.chatId = answer.chats?.at(-1)?.chat_id ?? this.chatId;
    try {
      if (this.chatId) {
        await this.catchUp();
      }
      this.phase = 'ready';
      this.changed();
      this.resend();
    } catch (error) {
      if (error.type !== 'offline') {
        this.phase = 'ready';
        this.changed();
      }
    }
  }

  async catchUp() {
    const known = await this.rtm.request('get_chat_threads_summary', { chat_id: this.chatId, limit: 100 });
    const ids = known.threads_summary.map((thread) => thread.id);
    const missing = ids.filter((id) => !this.timeline.threads.get(id)?.complete || this.timeline.threads.get(id).active);
    const wanted = ids.slice(0, THREADS_AT_ONCE).filter((id) => missing.includes(id));
    if (wanted.length > 0) {
      await this.readThreads(wanted);
    }
    this.olderThreads = ids.filter((id) => !this.timeline.threads.get(id)?.complete);
  }

  async readThreads(ids) {
    const { chat } = await this.rtm.request('get_chat_threads', { chat_id: this.chatId, thread_ids: ids });
    chat.users?.forEach((user) => this.meet(user));
    chat.threads.forEach((thread) => this.timeline.mergeThread(thread));
  }

  /** Reads the next earlier threads. */
  async older() {
    if (this.loadingOlder || this.olderThreads.length === 0) {
      return;
    }
    this.loadingOlder = true;
    this.changed();
    try {
      const ids = this.olderThreads.slice(0, THREADS_AT_ONCE);
      await this.readThreads(ids);
      this.olderThreads = this.olderThreads.filter((id) => !ids.includes(id));
    } catch {
      // What could not be read stays to be asked for again.
    } finally {
      this.loadingOlder = false;
      this.changed();
    }
  }

  meet(user) {
    const before = this.users.get(user.id);
    this.users.set(user.id, { ...before, ...user });
    if (user.id === this.customer.id) {
      this.customer = { ...this.customer, name: user.name ?? this.customer.name, email: user.email ?? this.customer.email };
      this.seenByMe = later(this.seenByMe, user.events_seen_up_to);
    } else if (user.type === 'agent') {
      this.seenByAgent = later(this.seenByAgent, user.events_seen_up_to);
    }
  }

  pushed(action, payload) {
    switch (action) {
      case 'incoming_chat_thread':
        this.chatId = payload.chat.id;
        payload.chat.users.forEach((user) => this.meet(user));
        this.timeline.mergeThread(payload.chat.thread);
        this.rating = undefined;
        this.happened('chatStarted', { chatId: this.chatId });
        break;
      case 'incoming_event':
        this.timeline.addEvent(payload.thread_id, payload.event);
        this.came(payload.event);
        break;
      case 'event_updated':
        this.timeline.addEvent(payload.thread_id, payload.event);
        break;
      case 'incoming_rich_message_postback':
        this.timeline.changeEvent(payload.thread_id, payload.event_id, (event) => pressed(event, payload));
        break;
      case 'thread_closed':
        if (this.timeline.threads.has(payload.thread_id)) {
          this.timeline.mergeThread({ id: payload.thread_id, active: false });
        }
        this.typing.until = 0;
        this.happened('chatEnded', { chatId: payload.chat_id });
        break;
      case 'chat_user_added':
        this.meet(payload.user);
        break;
      case 'chat_user_removed':
        this.meet({ ...this.users.get(payload.user_id), id: payload.user_id, present: false });
        break;
      case 'incoming_typing_indicator':
        this.types(payload.typing_indicator.is_typing, payload.typing_indicator.author_id);
        break;
      case 'events_marked_as_seen':
        this.marked(payload);
        break;
      case 'customer_updated':
        this.customer = { ...this.customer, ...payload.customer };
        break;
      case 'chat_thread_properties_updated':
        this.propertiesCame(payload);
        break;
      case 'incoming_multicast':
        this.welcome(payload.type === 'greeting' ? payload.content.greeting : null);
        break;
      default:
        return;
    }
    this.changed();
  }

  came(event) {
    if (event.author_id !== this.customer.id && event.type !== 'system_message') {
      this.typing.until = 0;
      this.happened('message', { author: this.users.get(event.author_id)?.name });
    }
  }

  marked({ user_id: userId, seen_up_to: time }) {
    if (userId === this.customer.id) {
      this.seenByMe = later(this.seenByMe, time);
    } else {
      this.seenByAgent = later(this.seenByAgent, time);
    }
  }

  types(isTyping, authorId) {
    clearTimeout(this.typing.timer);
    this.typing.until = isTyping ? Date.now() + TYPING_MILLIS : 0;
    this.typing.who = authorId;
    this.typing.timer = setTimeout(() => this.changed(), TYPING_MILLIS);
  }

  propertiesCame({ thread_id: threadId, properties }) {
    const thread = this.timeline.threads.get(threadId);
    if (thread) {
      const merged = Object.entries(properties).map(([namespace, each]) => [namespace, { ...thread.properties?.[namespace], ...each }]);
      thread.properties = { ...thread.properties, ...Object.fromEntries(merged) };
    }
  }

  /** The agent who is in the chat, or who would be. */
  get agent() {
    const agents = [...this.users.values()].filter((user) => user.type === 'agent');
    return (this.active && agents.find((user) => user.present)) || (this.active ? undefined : this.predicted ?? agents.at(-1));
  }

  get active() {
    return this.timeline.lastThread?.active ?? false;
  }

  /** True while nobody has taken the chat yet. */
  get queued() {
    return this.active && !this.agent;
  }

  /** True if it is a message that was left when nobody was there. */
  get leftMessage() {
    return property(this.timeline.lastThread?.properties, 'routing', 'offline_message') === true;
  }

  /** The place in the queue, where the server tells it. */
  get place() {
    return property(this.timeline.lastThread?.properties, 'lc2', 'queue_pos');
  }

  get offline() {
    return !this.onlineGroups.includes(this.group ?? 0);
  }

  get agentTyping() {
    return this.active && this.typing.until > Date.now() ? this.users.get(this.typing.who) : undefined;
  }

  get unread() {
    return this.timeline.events().filter(({ event }) =>
      event.type !== 'system_message' && event.author_id !== this.customer.id && event.created_at > this.seenByMe).length
      + (this.greeting && !this.greeting.seen ? 1 : 0);
  }

  welcome(greeting) {
    if (greeting && this.timeline.events().length === 0) {
      this.greeting = { ...greeting, seen: !greeting.displayed_first_time };
      if (greeting.displayed_first_time) {
        this.happened('greeting', { text: greeting.text, name: greeting.agent?.name });
      }
    }
  }

  /** Asks whether somebody takes chats: agents come and go without a word to customers. */
  async lookWhoIsThere() {
    if (this.active || !this.rtm.online) {
      return;
    }
    try {
      const { groups_status: status } = await this.rtm.request('get_groups_status', { groups: [this.group ?? 0] });
      this.onlineGroups = Object.keys(status).filter((id) => status[id] !== 'offline').map(Number);
      this.changed();
    } catch {
      // What was known last has to do.
    }
  }

  /** A form of the license, or null if there is none to fill in. @param {'prechat' | 'postchat'} type */
  async form(type) {
    const group = this.group ?? this.timeline.lastThread?.access?.group_ids?.[0] ?? 0;
    this.forms[type] ??= this.rtm.request('get_form', { group_id: group, type })
      .then((answer) => (answer.enabled && answer.form?.fields?.length ? answer.form : null))
      .catch(() => {
        delete this.forms[type];
        return null;
      });
    return this.forms[type];
  }

  /**
   * Begins a chat, or the next thread of it.
   *
   * @param {object[]} events that it begins with
   * @param {{continuous?: boolean, group?: number, properties?: object}} [how]
   */
  async begin(events, how = {}) {
    const group = how.group ?? this.group;
    const greeted = this.greeting && { lc2: { greeting_id: { value: this.greeting.id }, greeting_unique_id: { value: this.greeting.unique_id } } };
    const chat = {
      id: this.chatId || undefined,
      access: group === undefined ? undefined : { group_ids: [group] },
      thread: { events, properties: { ...greeted, ...how.properties } },
    };
    const answer = await this.rtm.request(this.chatId ? 'activate_chat' : 'start_chat', { chat, continuous: how.continuous || undefined });
    this.chatId = answer.chat_id ?? this.chatId;
    this.timeline.mergeThread({ id: answer.thread_id, active: true });
    return answer;
  }

  /** Sends a text; begins the chat if none is active. @param {string} text */
  send(text) {
    this.dispatch({ type: 'message', text, recipients: 'all' });
  }

  dispatch(event) {
    const customId = newCustomId();
    this.timeline.begin({ customId, event: { ...event, custom_id: customId }, state: 'sending' });
    this.changed();
    return this.deliver(customId);
  }

  /** Brings on its way what waits, one after another; it stays in the list until its event arrives. */
  deliver(customId) {
    this.lane = this.lane.then(() => this.deliverNow(customId));
    return this.lane;
  }

  async deliverNow(customId) {
    const outgoing = this.timeline.outgoing.find((each) => each.customId === customId);
    if (!outgoing || !this.rtm.online) {
      return;
    }
    this.timeline.update(customId, { state: 'sending', problem: undefined });
    try {
      if (this.active) {
        await this.rtm.request('send_event', { chat_id: this.chatId, event: outgoing.event });
      } else {
        await this.begin([outgoing.event]);
      }
    } catch (error) {
      this.refused(customId, error);
    }
    this.changed();
  }

  refused(customId, error) {
    if (error.type === 'offline') {
      return;
    }
    this.timeline.update(customId, { state: 'failed', problem: error.message });
    if (error.type === 'groups_offline' || error.type === 'group_offline') {
      this.onlineGroups = [];
    }
  }

  /** After a login: what has not arrived is sent again, in order. */
  async resend() {
    for (const { customId, state } of this.timeline.outgoing) {
      if (state === 'sending') {
        await this.deliver(customId);
      }
    }
  }

  /** @param {string} customId */
  async retry(customId) {
    if (this.chatId) {
      await this.catchUp().catch(() => {});
    }
    const outgoing = this.timeline.outgoing.find((each) => each.customId === customId);
    if (outgoing?.file) {
      this.sendFile(outgoing.file, customId);
    } else if (outgoing) {
      this.deliver(customId);
    }
  }

  /** @param {File} file @param {string} [again] the id of an attempt that failed */
  async sendFile(file, again) {
    const customId = again ?? newCustomId();
    if (!again) {
      this.timeline.begin({ customId, event: null, state: 'uploading', name: file.name, progress: 0, file });
    }
    if (file.size > LARGEST_FILE) {
      this.timeline.update(customId, { state: 'failed', problem: 'tooLarge' });
      this.changed();
      return;
    }
    this.timeline.update(customId, { state: 'uploading', progress: 0, problem: undefined });
    this.changed();
    try {
      const address = `/v3.1/customer/action/upload_file?license_id=${this.session.license}`;
      const url = await upload(address, await this.session.token(), file, (progress) => {
        this.timeline.update(customId, { progress });
        this.changed();
      });
      this.timeline.update(customId, { state: 'sending', event: { type: 'file', url, recipients: 'all', custom_id: customId } });
      await this.deliver(customId);
    } catch (error) {
      this.timeline.update(customId, { state: 'failed', problem: error.message });
    }
    this.changed();
  }

  /** @param {string} text that is being written */
  peek(text) {
    if (this.active && this.rtm.online) {
      this.rtm.request('send_sneak_peek', { chat_id: this.chatId, sneak_peek_text: text }).catch(() => {});
    }
  }

  /** Everything so far has been read. */
  markSeen() {
    const last = this.timeline.lastEvent((event) => event.author_id !== this.customer.id);
    if (this.greeting) {
      this.greeting.seen = true;
    }
    if (last && last.created_at > this.seenByMe && this.rtm.online) {
      this.seenByMe = last.created_at;
      this.rtm.request('mark_events_as_seen', { chat_id: this.chatId, seen_up_to: last.created_at }).catch(() => {});
    }
  }

  /** A button of a rich message. */
  async press(thread, event, button) {
    const already = button.user_ids?.includes(this.customer.id);
    if (this.active && button.postback_id) {
      this.rtm.request('send_rich_message_postback', {
        chat_id: this.chatId, thread_id: thread.id, event_id: event.id, postback: { id: button.postback_id, toggled: !already },
      }).catch(() => {});
    }
    if (this.active && (button.type === 'message' || !button.type) && !already) {
      const postback = { id: button.postback_id, thread_id: thread.id, event_id: event.id };
      this.dispatch({ type: 'message', text: button.value || button.text, recipients: 'all', postback: button.type ? { ...postback, type: button.type, value: button.value } : postback });
    }
  }

  /** @param {0 | 1} score @param {string} comment */
  async rate(score, comment) {
    const rating = { score: { value: score }, ...(comment ? { comment: { value: comment } } : {}) };
    await this.rtm.request('update_chat_thread_properties', { chat_id: this.chatId, thread_id: this.timeline.lastThread.id, properties: { rating } });
    const thread = this.timeline.lastThread;
    thread.properties = { ...thread.properties, rating };
    this.happened('rated', { score });
    this.changed();
  }

  end() {
    return this.rtm.request('close_thread', { chat_id: this.chatId });
  }

  /** Says who the customer is. @param {{name?: string, email?: string, fields?: object}} details */
  introduce(details) {
    const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined && value !== ''));
    this.wanted = { ...this.wanted, ...known };
    this.customer = { ...this.customer, ...known };
    if (this.rtm.online && Object.keys(known).length > 0) {
      this.rtm.request('update_customer', known).catch(() => {});
    }
  }

  /** The visitor is on another page. */
  visit(page) {
    this.page = page;
    if (this.rtm.online && page.url) {
      this.rtm.request('update_customer_page', { url: page.url, title: page.title || undefined }).catch(() => {});
    }
  }

  /** What a link leads to; asks once. @param {string} url */
  preview(url) {
    if (!this.previews.has(url) && this.rtm.online) {
      this.previews.set(url, null);
      this.rtm.request('get_url_details', { url }).then((details) => {
        this.previews.set(url, details);
        this.changed();
      }, () => {});
    }
    return this.previews.get(url);
  }
}

function later(one, other) {
  return other && other > one ? other : one;
}
