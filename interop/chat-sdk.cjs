// A conversation in which the agent is the unmodified @livechat/chat-sdk, over SockJS, and the
// customer speaks our Customer Chat RTM API. Says what passed; exits with 1 at the first failure.
//
// node --require redirect.cjs chat-sdk.cjs <directory of the SDK> <address> <license> <agent> <token> <client id>
'use strict';

const assert = require('node:assert/strict');
const { createRequire } = require('node:module');
const path = require('node:path');

const [sdkDirectory, server, license, agentId, agentToken, clientId] = process.argv.slice(2);
const sdkModules = createRequire(path.join(sdkDirectory, 'package.json'));
const ChatSDK = sdkModules('@livechat/chat-sdk');
const WebSocket = sdkModules('faye-websocket');

const PATIENCE = 15_000;
const ALL_PUSHES = [
  'incoming_chat_thread', 'incoming_event', 'incoming_sneak_peek', 'incoming_typing_indicator',
  'events_marked_as_seen', 'chat_thread_tagged', 'chat_thread_untagged', 'thread_closed',
  'chat_thread_properties_updated', 'customer_updated', 'incoming_multicast',
];

// What came in and nobody has asked for yet, and who waits for something.
class Inbox {
  frames = [];
  waiting = [];

  take(frame) {
    const i = this.waiting.findIndex(each => each.wanted(frame));
    if (i < 0) {
      this.frames.push(frame);
    } else {
      this.waiting.splice(i, 1)[0].resolve(frame);
    }
  }

  expect(what, wanted) {
    const i = this.frames.findIndex(wanted);
    if (i >= 0) {
      return Promise.resolve(this.frames.splice(i, 1)[0]);
    }
    const found = new Promise(resolve => this.waiting.push({ wanted, resolve }));
    return within(found, what);
  }

  push(action, fits = () => true) {
    return this.expect('the push ' + action,
      frame => frame.type === 'push' && frame.action === action && fits(frame.payload));
  }
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('nothing came of ' + what)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

class Customer {
  inbox = new Inbox();
  requests = 0;

  static async arrive() {
    const answer = await fetch(server + '/accounts/customer/', {
      method: 'POST',
      headers: { Authorization: 'Bearer ' + agentToken, 'Content-Type': 'application/json' },
      body: JSON.stringify({ client_id: clientId, response_type: 'token', redirect_uri: 'http://localhost/' }),
    });
    assert.equal(answer.status, 200, 'no customer token: ' + answer.status);
    const { access_token: token } = await answer.json();
    const customer = new Customer();
    await customer.connect();
    await customer.asks('login', { token: 'Bearer ' + token });
    return customer;
  }

  connect() {
    this.socket = new WebSocket.Client(
      server.replace(/^http/, 'ws') + '/v3.1/customer/rtm/ws?license_id=' + license);
    this.socket.on('message', message => this.inbox.take(JSON.parse(message.data)));
    return within(new Promise((resolve, reject) => {
      this.socket.on('open', resolve);
      this.socket.on('error', reject);
    }), 'the connection of the customer');
  }

  async asks(action, payload) {
    const id = String(++this.requests);
    this.socket.send(JSON.stringify({ request_id: id, action, payload }));
    const frame = await this.inbox.expect('the response to ' + action,
      each => each.type === 'response' && each.request_id === id);
    assert.ok(frame.success, action + ' failed: ' + JSON.stringify(frame.payload));
    return frame.payload;
  }

  says(chatId, text) {
    return this.asks('send_event', { chat_id: chatId, event: { type: 'message', text, recipients: 'all' } });
  }
}

const text = wanted => payload => payload.event.text === wanted;

async function step(name, work) {
  try {
    const result = await work();
    console.log('  ok      ' + name);
    return result;
  } catch (error) {
    console.log('  FAILED  ' + name + ': ' + (error.message || JSON.stringify(error)));
    process.exit(1);
  }
}

async function conversation() {
  const sdk = new ChatSDK();
  const inbox = new Inbox();
  ALL_PUSHES.forEach(action => sdk.on(action, frame => inbox.take(frame)));
  const call = (action, payload) => within(sdk.methodFactory({ action, payload }), action);

  await step('the SDK connects and logs the agent in', () => within(new Promise(resolve => {
    sdk.once('ready', resolve);
    sdk.init({ access_token: agentToken });
  }), 'the login'));
  await step('getAgentDetails knows the agent', async () => {
    const details = await sdk.getAgentDetails();
    assert.equal(details.my_profile.id, agentId);
    assert.equal(details.license.id, license);
    assert.ok(Array.isArray(details.chats_summary));
  });
  await step('the agent accepts chats', () => call('update_agent', { routing_status: 'accepting_chats' }));

  const customer = await step('a customer logs in', () => Customer.arrive());
  const started = await step('the customer starts a chat', () => customer.asks('start_chat',
    { chat: { thread: { events: [{ type: 'message', text: 'Hello', recipients: 'all' }] } } }));
  const chatId = started.chat_id;
  const threadId = started.thread_id;
  await step('the SDK gets incoming_chat_thread', async () => {
    const { payload } = await inbox.push('incoming_chat_thread', each => each.chat.id === chatId);
    assert.equal(payload.chat.thread.id, threadId);
    assert.ok(payload.chat.thread.events.some(event => event.text === 'Hello'));
    assert.ok(payload.chat.users.some(user => user.id === agentId && user.type === 'agent'));
  });

  await step('sendMessage is answered, and comes back as incoming_event', async () => {
    const sent = await within(sdk.sendMessage(chatId, 'How can I help?'), 'sendMessage');
    assert.ok(sent.event_id.startsWith(threadId + '_'));
    const { payload } = await inbox.push('incoming_event', text('How can I help?'));
    assert.equal(payload.event.id, sent.event_id);
    assert.equal(payload.event.author_id, agentId);
  });
  await step('the customer gets it, without the address of the agent', async () => {
    const frame = await customer.inbox.push('incoming_event', text('How can I help?'));
    assert.ok(!JSON.stringify(frame).includes(agentId));
  });
  await step('the SDK sees what the customer is about to say', async () => {
    await customer.asks('send_sneak_peek', { chat_id: chatId, sneak_peek_text: 'I need a l' });
    const { payload } = await inbox.push('incoming_sneak_peek');
    assert.equal(payload.sneak_peek.text, 'I need a l');
  });
  const need = await step('the SDK gets what the customer says', async () => {
    await customer.says(chatId, 'I need a lamp');
    return (await inbox.push('incoming_event', text('I need a lamp'))).payload.event;
  });
  await step('the customer sees the agent type', async () => {
    await call('send_typing_indicator', { chat_id: chatId, recipients: 'all', is_typing: true });
    const { payload } = await customer.inbox.push('incoming_typing_indicator');
    assert.equal(payload.typing_indicator.is_typing, true);
  });
  await step('the customer sees that it was read', async () => {
    await call('mark_events_as_seen', { chat_id: chatId, seen_up_to: need.created_at });
    const { payload } = await customer.inbox.push('events_marked_as_seen');
    assert.equal(payload.seen_up_to, need.created_at);
  });
  await step('a message to agents only stays among them', async () => {
    await within(sdk.sendMessage(chatId, 'a secret', 'agents'), 'sendMessage');
    await inbox.push('incoming_event', text('a secret'));
    await within(sdk.sendMessage(chatId, 'Which one?'), 'sendMessage');
    await customer.inbox.push('incoming_event', text('Which one?'));
    assert.ok(!JSON.stringify(customer.inbox.frames).includes('a secret'));
  });
  await step('a tag is put on and taken off', async () => {
    const tag = { chat_id: chatId, thread_id: threadId, tag: 'lamps' };
    await call('tag_chat_thread', tag);
    assert.equal((await inbox.push('chat_thread_tagged')).payload.tag, 'lamps');
    await call('untag_chat_thread', tag);
    assert.equal((await inbox.push('chat_thread_untagged')).payload.tag, 'lamps');
    await call('tag_chat_thread', tag);
  });
  await step('the customer’s rating reaches the agent', async () => {
    await customer.asks('update_chat_thread_properties',
      { chat_id: chatId, thread_id: threadId, properties: { rating: { score: 1 } } });
    const { payload } = await inbox.push('chat_thread_properties_updated', each => each.properties.rating);
    assert.equal(payload.properties.rating.score.value, 1);
  });
  await step('a multicast reaches the agent', async () => {
    await call('multicast', { scopes: { agents: { all: true } }, content: { lamp: 'sold' }, type: 'stock' });
    assert.deepEqual((await inbox.push('incoming_multicast')).payload.content, { lamp: 'sold' });
  });
  await step('the customer’s name reaches the agent', async () => {
    await customer.asks('update_customer', { name: 'Carla' });
    const { payload } = await inbox.push('customer_updated', each => each.customer.name === 'Carla');
    assert.equal(payload.customer.type, 'customer');
  });

  await step('the thread is closed for both', async () => {
    await call('close_thread', { chat_id: chatId });
    assert.equal((await inbox.push('thread_closed')).payload.user_id, agentId);
    assert.equal((await customer.inbox.push('thread_closed')).payload.thread_id, threadId);
  });
  await step('sendMessage into the closed chat is refused', async () => {
    const refusal = await within(sdk.sendMessage(chatId, 'Still there?').then(() => null, error => error), 'sendMessage');
    assert.equal(refusal && refusal.payload.error.type, 'chat_inactive');
  });
  await step('the history holds the conversation in order', async () => {
    const { chat } = await call('get_chat_threads', { chat_id: chatId, thread_ids: [threadId] });
    const said = chat.threads[0].events.filter(event => event.type === 'message').map(event => event.text);
    assert.deepEqual(said, ['Hello', 'How can I help?', 'I need a lamp', 'a secret', 'Which one?']);
    assert.deepEqual(chat.threads[0].tags, ['lamps']);
  });
  await step('lists and archives have the chat', async () => {
    const { chats_summary: chats } = await call('get_chats_summary', { filters: { include_active: true } });
    assert.ok(chats.some(chat => chat.id === chatId && chat.last_event_per_type.message));
    const archives = await call('get_archives', { filters: { agent_ids: [agentId] } });
    assert.ok(archives.chats.some(chat => chat.thread.id === threadId));
    const { threads_summary: threads } = await call('get_chat_threads_summary', { chat_id: chatId });
    assert.equal(threads[0].id, threadId);
  });
  await step('the SDK goes away', () => sdk.destroy());
}

conversation().then(() => process.exit(0), error => {
  console.error(error);
  process.exit(1);
});
