/**
 * The way out of one timeline. What is sent stands in it until its event arrives; one thing goes after
 * another, and again after the connection was lost if it did not arrive.
 *
 * @typedef {object} LaneOptions
 * @property {import('./rtm.js').RtmClient} rtm
 * @property {(event: any) => Promise<any>} post brings an event to the server
 * @property {(file: File, onProgress: (part: number) => void) => Promise<string>} upload gives the file's address
 * @property {string} tooLarge the problem with files that the server would not take
 * @property {() => void} changed
 */
import { newCustomId } from './timeline.js';
import { LARGEST_FILE } from './upload.js';

export class Lane {
  /** @param {import('./timeline.js').Timeline} timeline @param {LaneOptions} options */
  constructor(timeline, options) {
    this.timeline = timeline;
    this.options = options;
    this.last = Promise.resolve();
  }

  /** Sends an event. @param {any} event */
  dispatch(event) {
    const customId = newCustomId();
    this.timeline.begin({ customId, event: { ...event, custom_id: customId }, state: 'sending' });
    this.options.changed();
    return this.deliver(customId);
  }

  /** Uploads a file and sends it. @param {File} file @param {'all' | 'agents'} recipients */
  sendFile(file, recipients) {
    const customId = newCustomId();
    this.timeline.begin({ customId, event: null, state: 'uploading', name: file.name, progress: 0, file, recipients });
    return this.uploadAndDeliver(customId);
  }

  /** After a login, when what was missed has been read: sends what did not arrive, in order. */
  async resend() {
    for (const { customId, state } of this.timeline.outgoing) {
      if (state === 'sending') {
        await this.deliver(customId);
      }
    }
  }

  /** @param {string} customId of what could not be sent */
  retry(customId) {
    const outgoing = this.waiting(customId);
    return outgoing?.file && !outgoing.event ? this.uploadAndDeliver(customId) : this.deliver(customId);
  }

  /** Brings on its way what waits, after what waited before; it stays in the list until its event arrives. */
  deliver(customId) {
    this.last = this.last.then(() => this.deliverNow(customId));
    return this.last;
  }

  async deliverNow(customId) {
    const { rtm, post, changed } = this.options;
    const outgoing = this.waiting(customId);
    if (!outgoing || !rtm.online) {
      return;
    }
    this.timeline.update(customId, { state: 'sending', problem: undefined });
    try {
      await post(outgoing.event);
    } catch (error) {
      if (error.type !== 'offline') {
        this.timeline.update(customId, { state: 'failed', problem: error.message });
      }
    }
    changed();
  }

  async uploadAndDeliver(customId) {
    const { upload, tooLarge, changed } = this.options;
    const { file, recipients } = this.waiting(customId);
    this.timeline.update(customId, { state: 'uploading', progress: 0, problem: undefined });
    changed();
    try {
      if (file.size > LARGEST_FILE) {
        throw new Error(tooLarge);
      }
      const url = await upload(file, (progress) => {
        this.timeline.update(customId, { progress });
        changed();
      });
      this.timeline.update(customId, { state: 'sending', event: { type: 'file', url, recipients, custom_id: customId } });
      await this.deliver(customId);
    } catch (error) {
      this.timeline.update(customId, { state: 'failed', problem: error.message });
    }
    changed();
  }

  waiting(customId) {
    return this.timeline.outgoing.find((each) => each.customId === customId);
  }
}
