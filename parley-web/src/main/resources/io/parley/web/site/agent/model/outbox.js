/**
 * What the agent sends, each chat's on a lane of its own.
 *
 * @typedef {import('./chat.js').Chat} Chat
 */
import { Lane } from '../../shared/lane.js';
import { upload } from '../../shared/upload.js';

export class Outbox {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
  }

  /** @param {Chat} chat @returns {Lane} */
  lane(chat) {
    const { app } = this;
    chat.lane ??= new Lane(chat.timeline, {
      rtm: app.rtm,
      post: (event) => app.rtm.request('send_event', { chat_id: chat.id, event, attach_to_last_thread: !chat.active || undefined }),
      upload: async (file, onProgress) => upload('/v3.1/agent/action/upload_file', await app.token(false), file, onProgress),
      tooLarge: 'The file is larger than 10 MB',
      changed: () => app.changed(),
    });
    return chat.lane;
  }

  /** @param {Chat} chat @param {string} text @param {boolean} note only agents see it */
  send(chat, text, note) {
    this.lane(chat).dispatch({ type: 'message', text, recipients: note ? 'agents' : 'all' });
  }

  /** @param {Chat} chat @param {File} file @param {boolean} note only agents see it */
  sendFile(chat, file, note) {
    this.lane(chat).sendFile(file, note ? 'agents' : 'all');
  }

  /** After the connection was back and what was missed has been read: sends what did not arrive. */
  async resend() {
    for (const chat of this.app.chats.values()) {
      await this.lane(chat).resend();
    }
  }

  /** @param {Chat} chat @param {string} customId of what could not be sent */
  async retry(chat, customId) {
    chat.read = false;
    await this.app.read(chat);
    this.lane(chat).retry(customId);
  }
}
