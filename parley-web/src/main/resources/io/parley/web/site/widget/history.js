/**
 * Reads what was said in the chat: the newest threads after each login, older ones as the reader gets
 * to them.
 */
const THREADS_AT_ONCE = 3;
const IDS_AT_ONCE = 100;

export class History {
  /** @param {import('./chat.js').Chat} chat */
  constructor(chat) {
    this.chat = chat;
    /** Ids of those that were not read yet, the newest first. @type {string[]} */
    this.olderThreads = [];
    /** Of how many of all threads the ids are known. */
    this.told = { count: 0, total: 0 };
    this.reading = false;
  }

  /** True if there is more to read. */
  get hasOlder() {
    return this.olderThreads.length > 0 || this.told.count < this.told.total;
  }

  /** Reads what may have come while there was no connection. */
  async catchUp() {
    const { timeline } = this.chat;
    const ids = await this.readIds(0);
    const missing = ids.filter((id) => !timeline.threads.get(id)?.complete || timeline.threads.get(id).active);
    const wanted = ids.slice(0, THREADS_AT_ONCE).filter((id) => missing.includes(id));
    if (wanted.length > 0) {
      await this.readThreads(wanted);
    }
    this.olderThreads = ids.filter((id) => this.isMissing(id));
  }

  /** Reads the next earlier threads. */
  async older() {
    if (this.reading || !this.hasOlder) {
      return;
    }
    this.reading = true;
    this.chat.changed();
    try {
      while (this.olderThreads.length < THREADS_AT_ONCE && this.told.count < this.told.total) {
        const more = await this.readIds(this.told.count);
        this.olderThreads.push(...more.filter((id) => this.isMissing(id) && !this.olderThreads.includes(id)));
      }
      const ids = this.olderThreads.slice(0, THREADS_AT_ONCE);
      if (ids.length > 0) {
        await this.readThreads(ids);
      }
      this.olderThreads = this.olderThreads.filter((id) => !ids.includes(id));
    } catch {
      // What could not be read stays to be asked for again.
    } finally {
      this.reading = false;
      this.chat.changed();
    }
  }

  /** Reads which threads there are, the newest first. @param {number} offset @returns {Promise<string[]>} */
  async readIds(offset) {
    const answer = await this.chat.rtm.request('get_chat_threads_summary', { chat_id: this.chat.chatId, offset, limit: IDS_AT_ONCE });
    const ids = answer.threads_summary.map((thread) => thread.id);
    this.told = { count: offset + ids.length, total: ids.length > 0 ? answer.total_threads : 0 };
    return ids;
  }

  isMissing(id) {
    return !this.chat.timeline.threads.get(id)?.complete;
  }

  /** @param {string[]} ids */
  async readThreads(ids) {
    const { chat } = await this.chat.rtm.request('get_chat_threads', { chat_id: this.chat.chatId, thread_ids: ids });
    chat.users?.forEach((user) => this.chat.meet(user));
    chat.threads.forEach((thread) => this.chat.timeline.mergeThread(thread));
  }
}
