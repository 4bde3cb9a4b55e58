/**
 * Keeps the places in line true. Agents are not told when those who wait move up, for properties of a chat that one
 * is not in are no news; so after something has happened in the queue the chats are read again: soon, and once
 * more when the server has told the customers, which it does every five seconds.
 */
const SOON_MILLIS = 400;
const LATER_MILLIS = 6_000;
const MOVING = new Set(['incoming_chat_thread', 'thread_closed', 'chat_user_added', 'chat_user_removed', 'chat_transferred']);

export class Queue {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    this.timers = { soon: 0, later: 0 };
  }

  /** Something was told. @param {string} push */
  noted(push) {
    if (MOVING.has(push) && this.isWaited()) {
      this.timers.soon ||= setTimeout(() => this.read('soon'), SOON_MILLIS);
      this.timers.later ||= setTimeout(() => this.read('later'), LATER_MILLIS);
    }
  }

  isWaited() {
    return [...this.app.chats.values()].some((chat) => chat.place === 'queued');
  }

  async read(when) {
    this.timers[when] = 0;
    if (this.isWaited() && this.app.rtm.online) {
      const answer = await this.app.rtm.request('get_chats_summary', { limit: 100 }).catch(() => null);
      answer?.chats_summary.forEach((summary) => this.app.learn(summary));
      this.app.changed();
    }
  }
}
