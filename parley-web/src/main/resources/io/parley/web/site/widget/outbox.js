/** What the visitor sends. What is sent first begins the chat. */
import { Lane } from '../shared/lane.js';
import { upload } from '../shared/upload.js';

export class Outbox {
  /** @param {import('./chat.js').Chat} chat */
  constructor(chat) {
    this.chat = chat;
    this.lane = new Lane(chat.timeline, {
      rtm: chat.rtm,
      post: (event) => this.post(event),
      upload: async (file, onProgress) => upload(`/v3.1/customer/action/upload_file?license_id=${chat.session.license}`, await chat.session.token(), file, onProgress),
      tooLarge: 'tooLarge',
      changed: chat.changed,
    });
  }

  async post(event) {
    const { chat } = this;
    try {
      await (chat.active ? chat.rtm.request('send_event', { chat_id: chat.chatId, event }) : chat.begin([event]));
    } catch (error) {
      if (error.type === 'groups_offline' || error.type === 'group_offline') {
        chat.onlineGroups = [];
      }
      throw error;
    }
  }

  /** Sends a text; begins the chat if none is active. @param {string} text */
  send(text) {
    this.dispatch({ type: 'message', text, recipients: 'all' });
  }

  /** Sends an event. @param {any} event */
  dispatch(event) {
    this.lane.dispatch(event);
  }

  /** @param {File} file */
  sendFile(file) {
    this.lane.sendFile(file, 'all');
  }

  /** After a login, when what was missed has been read: sends what did not arrive. */
  resend() {
    return this.lane.resend();
  }

  /** @param {string} customId of what could not be sent */
  async retry(customId) {
    if (this.chat.chatId) {
      await this.chat.history.catchUp().catch(() => {});
    }
    this.lane.retry(customId);
  }

  /** Does without it. @param {string} customId of what could not be sent */
  discard(customId) {
    this.chat.timeline.drop(customId);
    this.chat.changed();
  }
}
