/** What each push changes in what is known of the chat. */
import { pressed } from '../shared/postback.js';

const TYPING_MILLIS = 7_000;

/** @type {Record<string, (chat: import('./chat.js').Chat, payload: any) => void>} */
const TAKEN = {
  incoming_chat_thread(chat, { chat: told }) {
    chat.chatId = told.id;
    told.users.forEach((user) => chat.meet(user));
    chat.timeline.mergeThread(told.thread);
    chat.happened('chatStarted', { chatId: told.id });
  },
  incoming_event(chat, { thread_id: threadId, event }) {
    chat.timeline.addEvent(threadId, event);
    if (event.author_id !== chat.customer.id && event.type !== 'system_message') {
      chat.typing.until = 0;
      chat.happened('message', { author: chat.users.get(event.author_id)?.name });
    }
  },
  event_updated: (chat, { thread_id: threadId, event }) => chat.timeline.addEvent(threadId, event),
  incoming_rich_message_postback(chat, payload) {
    chat.timeline.changeEvent(payload.thread_id, payload.event_id, (event) => pressed(event, payload));
  },
  thread_closed(chat, { chat_id: id, thread_id: threadId }) {
    if (chat.timeline.threads.has(threadId)) {
      chat.timeline.mergeThread({ id: threadId, active: false });
    }
    chat.typing.until = 0;
    chat.happened('chatEnded', { chatId: id });
  },
  chat_user_added: (chat, { user }) => chat.meet(user),
  chat_user_removed: (chat, { user_id: id }) => chat.meet({ ...chat.users.get(id), id, present: false }),
  incoming_typing_indicator(chat, { typing_indicator: { is_typing: isTyping, author_id: who } }) {
    clearTimeout(chat.typing.timer);
    chat.typing = { who, until: isTyping ? Date.now() + TYPING_MILLIS : 0, timer: setTimeout(() => chat.changed(), TYPING_MILLIS) };
  },
  events_marked_as_seen: (chat, { user_id: userId, seen_up_to: time }) => chat.noteSeen(userId, time),
  customer_updated(chat, { customer }) {
    chat.visitor.customer = { ...chat.customer, ...customer };
  },
  chat_thread_properties_updated(chat, { thread_id: threadId, properties }) {
    const thread = chat.timeline.threads.get(threadId);
    if (thread) {
      const merged = Object.entries(properties).map(([namespace, each]) => [namespace, { ...thread.properties?.[namespace], ...each }]);
      thread.properties = { ...thread.properties, ...Object.fromEntries(merged) };
    }
  },
  incoming_multicast(chat, { type, content }) {
    if (type === 'greeting') {
      chat.welcome(content.greeting);
    }
  },
};

/** @param {import('./chat.js').Chat} chat @param {string} action @param {any} payload */
export function take(chat, action, payload) {
  const taken = TAKEN[action];
  if (taken) {
    taken(chat, payload);
    chat.changed();
  }
}
