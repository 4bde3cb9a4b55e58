/**
 * Reads what was said in a chat: the newest threads when it is opened, and again after the connection was
 * lost; older ones as the reader gets to them.
 *
 * @typedef {import('./chat.js').Chat} Chat
 */

const THREADS_AT_ONCE = 5;
const PAGE = 100;

export class History {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
  }

  /** Reads the newest threads, once. @param {Chat} chat */
  read(chat) {
    chat.opened = true;
    if (!chat.read && this.app.rtm.online) {
      chat.reading ??= this.during(chat, this.readNow(chat).catch((error) => {
        if (error.type !== 'offline') {
          chat.read = true; // It would be refused again.
          chat.missing = chat.users.size === 0;
          this.app.complain(error);
        }
      }));
    }
    return chat.reading;
  }

  /** Reads some threads before those that are known. @param {Chat} chat */
  older(chat) {
    if (chat.reading || !chat.hasOlder) {
      return;
    }
    chat.reading = this.during(chat, this.olderNow(chat).catch((error) => this.app.complain(error)));
    this.app.changed();
  }

  during(chat, work) {
    return work.finally(() => {
      chat.reading = null;
      this.app.changed();
    });
  }

  async readNow(chat) {
    const answer = await this.app.rtm.request('get_chat_threads_summary', { chat_id: chat.id, limit: PAGE });
    const ids = answer.threads_summary.map((thread) => thread.id);
    const isKnown = (id) => chat.timeline.threads.get(id)?.complete;
    // Everything newer than what is known, so that no gap stays in between.
    const wanted = ids.slice(0, Math.max(THREADS_AT_ONCE, ids.findIndex(isKnown))).filter((id) => !isKnown(id));
    for (let at = 0; at < wanted.length; at += THREADS_AT_ONCE) {
      await this.readThreads(chat, wanted.slice(at, at + THREADS_AT_ONCE));
    }
    chat.olderThreads = ids.filter((id) => !isKnown(id));
    chat.olderPage = answer.next_page_id;
    chat.read = true;
  }

  async olderNow(chat) {
    if (chat.olderThreads.length === 0) {
      const answer = await this.app.rtm.request('get_chat_threads_summary', { chat_id: chat.id, limit: PAGE, page_id: chat.olderPage });
      chat.olderThreads = answer.threads_summary.map((thread) => thread.id);
      chat.olderPage = answer.next_page_id;
    }
    const ids = chat.olderThreads.slice(0, THREADS_AT_ONCE);
    if (ids.length > 0) {
      await this.readThreads(chat, ids);
      chat.olderThreads = chat.olderThreads.filter((id) => !ids.includes(id));
    }
  }

  async readThreads(chat, ids) {
    const answer = await this.app.rtm.request('get_chat_threads', { chat_id: chat.id, thread_ids: ids });
    const { threads, ...rest } = answer.chat;
    this.app.learn({ ...rest, id: chat.id });
    threads.forEach((thread) => {
      chat.timeline.mergeThread(thread);
      if (!chat.lastThread || thread.order >= chat.lastThread.order) {
        chat.lastThread = { ...thread, tags: thread.tags ?? [], events: undefined };
      }
    });
  }
}
