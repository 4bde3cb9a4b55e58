/** What each push changes in what the app knows. */
import { pressed } from '../../shared/postback.js';

/** @type {Record<string, (app: import('./app.js').App, payload: any) => void>} */
const TAKEN = {
  incoming_chat_thread(app, { chat: told }) {
    const known = app.chats.has(told.id);
    const chat = app.chat(told.id);
    const wasActive = chat.active;
    app.learn(told);
    told.thread?.events?.forEach((event) => chat.noteEvent(event));
    chat.kept = false;
    if (!known || !wasActive) {
      app.told('thread', chat);
    }
  },
  thread_closed(app, { chat_id: id, thread_id: threadId }) {
    const chat = app.chats.get(id);
    if (chat?.lastThread?.id === threadId) {
      chat.kept = chat.mine || chat.kept;
      chat.lastThread = { ...chat.lastThread, active: false };
      chat.peek = null;
    }
    chat?.timeline.mergeThread({ id: threadId, active: false });
  },
  incoming_event(app, { chat_id: id, thread_id: threadId, event }) {
    const chat = app.chat(id);
    chat.addEvent(threadId, event);
    if (event.author_id === app.me.id) {
      chat.markSeen(app.me.id, event.created_at);
    } else if (event.type !== 'system_message' && chat.mine) {
      app.told('event', { chat, event });
    }
  },
  event_updated(app, { chat_id: id, thread_id: threadId, event }) {
    app.chats.get(id)?.timeline.addEvent(threadId, event);
  },
  incoming_rich_message_postback(app, payload) {
    app.chats.get(payload.chat_id)?.timeline.changeEvent(payload.thread_id, payload.event_id, (event) => pressed(event, payload));
  },
  chat_user_added(app, { chat_id: id, user }) {
    const chat = app.learn({ id });
    chat.users.set(user.id, { ...chat.users.get(user.id), ...user });
    if (user.id === app.me.id && user.present) {
      chat.read = false;
      // A chat that was out of reach until now has to be read to be known at all.
      const read = chat.opened || !chat.lastThread ? app.read(chat) : null;
      Promise.resolve(read).then(() => app.told('thread', chat));
    }
  },
  chat_user_removed(app, { chat_id: id, user_id: userId }) {
    const chat = app.chats.get(id);
    const user = chat?.users.get(userId);
    if (user) {
      chat.users.set(userId, { ...user, present: false });
    }
  },
  chat_transferred(app, { chat_id: id, type, ids }) {
    const chat = app.chats.get(id);
    if (chat && type === 'group') {
      chat.groupIds = ids.map(Number);
    }
  },
  access_set: (app, payload) => changeAccess(app, payload, (_, told) => told),
  access_granted: (app, payload) => changeAccess(app, payload, (before, told) => [...new Set([...before, ...told])]),
  access_revoked: (app, payload) => changeAccess(app, payload, (before, told) => before.filter((id) => !told.includes(id))),
  chat_properties_updated(app, { chat_id: id, properties }) {
    const chat = app.chats.get(id);
    if (chat) {
      chat.properties = merged(chat.properties, properties);
    }
  },
  chat_properties_deleted(app, { chat_id: id, properties }) {
    const chat = app.chats.get(id);
    if (chat) {
      chat.properties = without(chat.properties, properties);
    }
  },
  chat_thread_properties_updated(app, { chat_id: id, thread_id: threadId, properties }) {
    changeThread(app, id, threadId, (thread) => ({ properties: merged(thread.properties, properties) }));
  },
  chat_thread_properties_deleted(app, { chat_id: id, thread_id: threadId, properties }) {
    changeThread(app, id, threadId, (thread) => ({ properties: without(thread.properties, properties) }));
  },
  chat_thread_tagged(app, { chat_id: id, thread_id: threadId, tag }) {
    changeThread(app, id, threadId, (thread) => ({ tags: [...new Set([...(thread.tags ?? []), tag])] }));
  },
  chat_thread_untagged(app, { chat_id: id, thread_id: threadId, tag }) {
    changeThread(app, id, threadId, (thread) => ({ tags: (thread.tags ?? []).filter((each) => each !== tag) }));
  },
  events_marked_as_seen(app, { chat_id: id, user_id: userId, seen_up_to: time }) {
    app.chats.get(id)?.markSeen(userId, time);
  },
  incoming_sneak_peek(app, { chat_id: id, sneak_peek: peek }) {
    const chat = app.chats.get(id);
    if (chat) {
      chat.peek = peek.text ? { text: peek.text, at: Date.now() } : null;
    }
  },
  incoming_typing_indicator(app, { chat_id: id, typing_indicator: typing }) {
    const chat = app.chats.get(id);
    if (chat && typing.author_id !== app.me.id) {
      chat.typing = typing.is_typing ? { who: typing.author_id, until: Date.now() + 7_000 } : null;
      setTimeout(() => app.changed(), 7_100);
    }
  },
  agent_updated(app, { agent_id: id, routing_status: status }) {
    app.meet({ id, type: 'agent', routing_status: status });
    if (id === app.me.id) {
      app.status = status;
    }
  },
  incoming_multicast: (app, payload) => app.colleagues.heard(payload),
  customer_visit_started: (app, payload) => app.traffic.started(payload),
  customer_page_updated: (app, payload) => app.traffic.moved(payload),
  customer_visit_ended: (app, payload) => app.traffic.ended(payload),
  customer_created: (app, { customer }) => app.traffic.known(customer),
  customer_updated(app, { customer }) {
    app.traffic.known(customer);
    for (const chat of app.chats.values()) {
      const user = chat.users.get(customer.id);
      if (user) {
        chat.users.set(customer.id, { ...user, ...customer, present: user.present });
      }
    }
  },
  customer_banned: (app, { customer_id: id }) => app.traffic.ended({ customer_id: id }),
};

/** @param {import('./app.js').App} app @param {string} action @param {any} payload */
export function take(app, action, payload) {
  const taken = TAKEN[action];
  if (taken && app.me) {
    taken(app, payload);
    app.queue.noted(action);
    app.changed();
  }
}

function changeAccess(app, { resource, id, access }, change) {
  if (resource === 'chat') {
    const chat = app.chat(id);
    chat.groupIds = change(chat.groupIds.map(Number), access.group_ids.map(Number));
    if (!chat.lastThread) {
      app.read(chat);
    }
  }
}

function changeThread(app, chatId, threadId, change) {
  const chat = app.chats.get(chatId);
  const thread = chat?.timeline.threads.get(threadId);
  if (thread) {
    chat.timeline.mergeThread({ id: threadId, ...change(thread) });
  }
  if (chat?.lastThread?.id === threadId) {
    chat.lastThread = { ...chat.lastThread, ...change(chat.lastThread) };
  }
}

function merged(before, change) {
  const after = { ...before };
  for (const namespace in change) {
    after[namespace] = { ...after[namespace], ...change[namespace] };
  }
  return after;
}

function without(before, names) {
  const after = { ...before };
  for (const namespace in names) {
    after[namespace] = { ...after[namespace] };
    names[namespace].forEach((name) => delete after[namespace][name]);
  }
  return after;
}
