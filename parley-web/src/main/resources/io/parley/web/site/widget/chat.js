/**
 * The customer's side of the one chat: what is known of it, and what can be done in it. Knows no
 * page; `changed` is called whenever there is something new to show.
 *
 * @typedef {'loading' | 'ready' | 'stopped'} Phase
 */
import { RtmClient, webSocketAddress } from '../shared/rtm.js';
import { property, Timeline } from '../shared/timeline.js';
import { History } from './history.js';
import { Outbox } from './outbox.js';
import { take } from './pushes.js';
import { Visitor } from './visitor.js';

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
    this.timeline = new Timeline();
    this.users = new Map();
    this.chatId = '';
    this.onlineGroups = [];
    this.typing = { until: 0, timer: 0 };
    this.seenByMe = '';
    this.seenByAgent = '';
    this.greeting = null;
    this.forms = {};
    this.previews = new Map();
    this.rtm = new RtmClient({
      url: webSocketAddress(`/v3.1/customer/rtm/ws?license_id=${session.license}`),
      goodbye: 'customer_disconnected',
      token: (refused) => session.token(refused),
      login: (token) => ({ token: `Bearer ${token}`, group_id: group, ...this.visitor.introduction() }),
      onLogin: (answer) => this.entered(answer),
      onPush: (action, payload) => take(this, action, payload),
      onState: (state, detail) => this.connected(state, detail.reason),
    });
    this.visitor = new Visitor(this.rtm);
    this.history = new History(this);
    this.outbox = new Outbox(this);
  }

  start() {
    this.rtm.start();
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
    const config = answer.__priv_dynamic_config ?? {};
    this.visitor.learn({ id: answer.customer_id, name: config.customer_data?.name });
    this.onlineGroups = config.online_groups_ids ?? [];
    this.predicted = config.predicted_agent;
    this.welcome(config.greeting);
    this.chatId = answer.chats?.at(-1)?.chat_id ?? this.chatId;
    try {
      if (this.chatId) {
        await this.history.catchUp();
      }
      this.phase = 'ready';
      this.changed();
      this.outbox.resend();
    } catch (error) {
      if (error.type !== 'offline') {
        this.phase = 'ready';
        this.changed();
      }
    }
  }

  meet(user) {
    const before = this.users.get(user.id);
    this.users.set(user.id, { ...before, ...user });
    if (user.id === this.customer.id) {
      this.visitor.learn(user);
    }
    this.noteSeen(user.id, user.events_seen_up_to);
  }

  /** Somebody has read what there was up to a time. @param {string} userId @param {string} [time] */
  noteSeen(userId, time) {
    if (!time) {
      return;
    }
    if (userId === this.customer.id) {
      this.seenByMe = time > this.seenByMe ? time : this.seenByMe;
    } else {
      this.seenByAgent = time > this.seenByAgent ? time : this.seenByAgent;
    }
  }

  /** Who the visitor is to the chat. */
  get customer() {
    return this.visitor.customer;
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
      this.outbox.dispatch({ type: 'message', text: button.value || button.text, recipients: 'all', postback: button.type ? { ...postback, type: button.type, value: button.value } : postback });
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
