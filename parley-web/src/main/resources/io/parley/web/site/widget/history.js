/**
 * Reads what was said in the chat: the newest threads after each login, older ones as the reader gets
 * to them.
 */
const THREADS_AT_ONCE = 3;

export class History {
  /** @param {import('./chat.js').Chat} chat */
  constructor(chat) {
    this.chat = chat;
    /** Ids of those that were not read yet, the newest first. @type {string[]} */
    this.olderThreads = [];
    this.reading = false;
  }

  /** True if there is more to read. */
  get hasOlder() {
    return this.olderThreads.length > 0;
  }

  /** Reads what may have come while there was no connection. */
  async catchUp() {
    const { chatId, rtm, timeline } = this.chat;
    const known = await rtm.request('get_chat_threads_summary', { chat_id: chatId, limit: 100 });
    const ids = known.threads_summary.map((thread) => thread.id);
    const missing = ids.filter((id) => !timeline.threads.get(id)?.complete || timeline.threads.get(id).active);
    const wanted = ids.slice(0, THREADS_AT_ONCE).filter((id) => missing.includes(id));
    if (wanted.length > 0) {
      await this.readThreads(wanted);
    }
    this.olderThreads = ids.filter((id) => !timeline.threads.get(id)?.complete);
  }

  /** Reads the next earlier threads. */
  async older() {
    if (this.reading || !this.hasOlder) {
      return;
    }
    this.reading = true;
    this.chat.changed();
    try {
      const ids = this.olderThreads.slice(0, THREADS_AT_ONCE);
      await this.readThreads(ids);
      this.olderThreads = this.olderThreads.filter((id) => !ids.includes(id));
    } catch {
      // What could not be read stays to be asked for again.
    } finally {
      this.reading = false;
      this.chat.changed();
    }
  }

  /** @param {string[]} ids */
  async readThreads(ids) {
    const { chat } = await this.chat.rtm.request('get_chat_threads', { chat_id: this.chat.chatId, thread_ids: ids });
    chat.users?.forEach((user) => this.chat.meet(user));
    chat.threads.forEach((thread) => this.chat.timeline.mergeThread(thread));
  }
}
