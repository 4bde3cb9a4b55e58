/**
 * What the agent sends. It stands in the chat's timeline until its event arrives, and is sent again after the
 * connection was lost if it did not.
 *
 * @typedef {import('./chat.js').Chat} Chat
 */
import { newCustomId } from '../../shared/timeline.js';
import { LARGEST_FILE, upload } from '../../shared/upload.js';

export class Outbox {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
  }

  /** @param {Chat} chat @param {string} text @param {boolean} note only agents see it */
  send(chat, text, note) {
    this.dispatch(chat, { type: 'message', text, recipients: note ? 'agents' : 'all' });
  }

  dispatch(chat, event) {
    const customId = newCustomId();
    chat.timeline.begin({ customId, event: { ...event, custom_id: customId }, state: 'sending' });
    this.app.changed();
    return this.deliver(chat, customId);
  }

  /** Brings on its way what waits, one after another; it stays in the list until its event arrives. */
  deliver(chat, customId) {
    chat.lane = (chat.lane ?? Promise.resolve()).then(() => this.deliverNow(chat, customId));
    return chat.lane;
  }

  async deliverNow(chat, customId) {
    const outgoing = chat.timeline.outgoing.find((each) => each.customId === customId);
    if (!outgoing || !this.app.rtm.online) {
      return;
    }
    chat.timeline.update(customId, { state: 'sending', problem: undefined });
    try {
      await this.app.rtm.request('send_event', { chat_id: chat.id, event: outgoing.event, attach_to_last_thread: !chat.active || undefined });
    } catch (error) {
      if (error.type !== 'offline') {
        chat.timeline.update(customId, { state: 'failed', problem: error.message });
      }
    }
    this.app.changed();
  }

  /** After the connection was back and what was missed has been read: sends what did not arrive. */
  async resend() {
    for (const chat of this.app.chats.values()) {
      for (const { customId, state } of chat.timeline.outgoing) {
        if (state === 'sending') {
          await this.deliver(chat, customId);
        }
      }
    }
  }

  /** @param {Chat} chat @param {string} customId of what could not be sent */
  async retry(chat, customId) {
    chat.read = false;
    await this.app.read(chat);
    const outgoing = chat.timeline.outgoing.find((each) => each.customId === customId);
    if (outgoing?.file && !outgoing.event) {
      this.sendFile(chat, outgoing.file, outgoing.note, customId);
    } else if (outgoing) {
      this.deliver(chat, customId);
    }
  }

  /** @param {Chat} chat @param {File} file @param {boolean} note @param {string} [again] */
  async sendFile(chat, file, note, again) {
    const customId = again ?? newCustomId();
    if (!again) {
      chat.timeline.begin({ customId, event: null, state: 'uploading', name: file.name, progress: 0, file, note });
    }
    try {
      if (file.size > LARGEST_FILE) {
        throw new Error('The file is larger than 10 MB');
      }
      const url = await upload('/v3.1/agent/action/upload_file', await this.app.token(false), file, (progress) => {
        chat.timeline.update(customId, { progress });
        this.app.changed();
      });
      chat.timeline.update(customId, { state: 'sending', event: { type: 'file', url, recipients: note ? 'agents' : 'all', custom_id: customId } });
      await this.deliver(chat, customId);
    } catch (error) {
      chat.timeline.update(customId, { state: 'failed', problem: error.message });
    }
    this.app.changed();
  }
}
