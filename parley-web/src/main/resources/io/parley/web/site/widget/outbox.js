/**
 * What the visitor sends. It stands in the timeline until its event arrives, and is sent again after
 * the connection was lost if it did not. What is sent first begins the chat.
 */
import { newCustomId } from '../shared/timeline.js';
import { LARGEST_FILE, upload } from '../shared/upload.js';

export class Outbox {
  /** @param {import('./chat.js').Chat} chat */
  constructor(chat) {
    this.chat = chat;
    this.lane = Promise.resolve();
  }

  /** Sends a text; begins the chat if none is active. @param {string} text */
  send(text) {
    this.dispatch({ type: 'message', text, recipients: 'all' });
  }

  /** Sends an event. @param {any} event */
  dispatch(event) {
    const customId = newCustomId();
    this.chat.timeline.begin({ customId, event: { ...event, custom_id: customId }, state: 'sending' });
    this.chat.changed();
    return this.deliver(customId);
  }

  /** Brings on its way what waits, one after another; it stays in the list until its event arrives. @param {string} customId */
  deliver(customId) {
    this.lane = this.lane.then(() => this.deliverNow(customId));
    return this.lane;
  }

  async deliverNow(customId) {
    const { chat } = this;
    const outgoing = this.waiting(customId);
    if (!outgoing || !chat.rtm.online) {
      return;
    }
    chat.timeline.update(customId, { state: 'sending', problem: undefined });
    try {
      if (chat.active) {
        await chat.rtm.request('send_event', { chat_id: chat.chatId, event: outgoing.event });
      } else {
        await chat.begin([outgoing.event]);
      }
    } catch (error) {
      this.refused(customId, error);
    }
    chat.changed();
  }

  refused(customId, error) {
    if (error.type === 'offline') {
      return;
    }
    this.chat.timeline.update(customId, { state: 'failed', problem: error.message });
    if (error.type === 'groups_offline' || error.type === 'group_offline') {
      this.chat.onlineGroups = [];
    }
  }

  /** After a login, when what was missed has been read: sends what did not arrive, in order. */
  async resend() {
    for (const { customId, state } of this.chat.timeline.outgoing) {
      if (state === 'sending') {
        await this.deliver(customId);
      }
    }
  }

  /** @param {string} customId of what could not be sent */
  async retry(customId) {
    if (this.chat.chatId) {
      await this.chat.history.catchUp().catch(() => {});
    }
    const outgoing = this.waiting(customId);
    if (outgoing?.file) {
      this.sendFile(outgoing.file, customId);
    } else if (outgoing) {
      this.deliver(customId);
    }
  }

  /** Does without it. @param {string} customId of what could not be sent */
  discard(customId) {
    this.chat.timeline.drop(customId);
    this.chat.changed();
  }

  /** @param {File} file @param {string} [again] the id of an attempt that failed */
  async sendFile(file, again) {
    const { timeline, session, changed } = this.chat;
    const customId = again ?? newCustomId();
    if (!again) {
      timeline.begin({ customId, event: null, state: 'uploading', name: file.name, progress: 0, file });
    }
    if (file.size > LARGEST_FILE) {
      timeline.update(customId, { state: 'failed', problem: 'tooLarge' });
      changed();
      return;
    }
    timeline.update(customId, { state: 'uploading', progress: 0, problem: undefined });
    changed();
    try {
      const address = `/v3.1/customer/action/upload_file?license_id=${session.license}`;
      const url = await upload(address, await session.token(), file, (progress) => {
        timeline.update(customId, { progress });
        changed();
      });
      timeline.update(customId, { state: 'sending', event: { type: 'file', url, recipients: 'all', custom_id: customId } });
      await this.deliver(customId);
    } catch (error) {
      timeline.update(customId, { state: 'failed', problem: error.message });
    }
    changed();
  }

  waiting(customId) {
    return this.chat.timeline.outgoing.find((each) => each.customId === customId);
  }
}
