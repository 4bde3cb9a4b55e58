/**
 * A window onto the messages of a chat. Only the blocks near what is in view are in the page; what lies
 * above and below is as high as it was when it was last there, or as it is guessed to be. The reader's place
 * is kept by a block, the anchor: whatever comes, goes or grows above it does not move what is being read.
 */
import { html, ref, repeat } from '../../shared/template.js';
import { block, blocksOf } from './messages.js';

const BEYOND = 900;
const GUESS = 52;
const NEAR_END = 60;

export class MessageList {
  /** @param {import('../model/app.js').App} app @param {() => void} changed @param {(list: MessageList) => void} moved the reader's place is another */
  constructor(app, changed, moved) {
    this.app = app;
    this.changed = changed;
    this.moved = moved;
    this.observer = new ResizeObserver(() => this.settle());
    this.holding = ref((element) => this.hold(element));
    this.forget(null);
  }

  /** @param {import('../model/chat.js').Chat | null} chat that is shown from now on, from its end */
  forget(chat) {
    this.chat = chat;
    /** True while the reader is at the end, and what comes is followed. */
    this.bottom = true;
    /** @type {{key: string, offset: number} | null} */
    this.anchor = null;
    /** @type {Map<string, number>} heights by block */
    this.heights = new Map();
    this.events = null;
    this.blocks = [];
    /** Where the page was scrolled to when that was last looked at. */
    this.top = 0;
  }

  /** Goes to the newest message. */
  toEnd() {
    this.bottom = true;
    this.anchor = null;
    this.changed();
  }

  /**
   * @param {import('../model/chat.js').Chat} chat
   * @param {any} before what stands above the first message
   * @param {any} after what stands below the last
   */
  page(chat, before, after) {
    if (this.chat !== chat) {
      this.forget(chat);
    } else if (this.log && this.log.scrollTop !== this.top) {
      this.note();
    }
    const events = chat.timeline.events();
    if (events !== this.events) {
      this.events = events;
      this.blocks = blocksOf(events);
    }
    const { first, last, above, below } = this.window();
    const shown = this.blocks.slice(first, last);
    return html`<div class="log" role="log" aria-live="off" aria-label="Messages" tabindex="0" @scroll=${() => this.scrolled()} ${this.holding}>
      <div class="log-inner">${before}<div class="beyond" .style=${`height:${above}px`}></div>
      ${repeat(shown, (each) => each.key, (each) => html`<div class="block" data-block=${each.key}>${block(this.app, chat, events, each)}</div>`)}
      <div class="beyond" .style=${`height:${below}px`}></div>${after}</div></div>`;
  }

  hold(element) {
    if (this.log !== element) {
      this.observer.disconnect();
      this.log = element;
      if (element) {
        this.observer.observe(element);
        this.observer.observe(element.firstElementChild);
      }
    }
  }

  heightOf(each) {
    return this.heights.get(each.key) ?? each.items.length * GUESS;
  }

  /** Which blocks are in the page, and how much room the others take. */
  window() {
    const view = this.log?.clientHeight || 800;
    const starts = [];
    let total = 0;
    for (const each of this.blocks) {
      starts.push(total);
      total += this.heightOf(each);
    }
    const at = this.anchor ? this.blocks.findIndex(({ key }) => key === this.anchor.key) : -1;
    const top = this.bottom ? total - view : at >= 0 ? starts[at] - this.anchor.offset : this.log?.scrollTop ?? 0;
    let first = starts.findIndex((start, index) => start + this.heightOf(this.blocks[index]) > top - BEYOND);
    first = first < 0 ? 0 : first;
    let last = starts.findIndex((start) => start > top + view + BEYOND);
    last = last < 0 ? this.blocks.length : last;
    this.starts = starts;
    return { first, last, above: starts[first] ?? 0, below: total - (starts[last] ?? total) };
  }

  scrolled() {
    if (this.log.scrollTop !== this.top) {
      this.note();
    }
    this.moved(this);
    this.changed();
  }

  /** Notes which block is being read, and where it stands. */
  note() {
    const { log } = this;
    this.top = log.scrollTop;
    this.bottom = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_END;
    if (this.bottom) {
      this.anchor = null;
      return;
    }
    const { top } = log.getBoundingClientRect();
    const read = [...log.querySelectorAll('[data-block]')].find((each) => each.getBoundingClientRect().bottom > top);
    if (read && read.getBoundingClientRect().top < top + log.clientHeight) {
      this.anchor = { key: read.dataset.block, offset: read.getBoundingClientRect().top - top };
      return;
    }
    const at = Math.max(0, this.starts.findLastIndex((start) => start <= log.scrollTop));
    this.anchor = this.blocks[at] ? { key: this.blocks[at].key, offset: this.starts[at] - log.scrollTop } : null;
  }

  /** After something was drawn or has grown: brings what was being read back to its place. */
  settle() {
    const { log } = this;
    if (!log?.isConnected || !this.chat) {
      return;
    }
    this.measure();
    if (this.bottom) {
      log.scrollTop = log.scrollHeight;
    } else if (this.anchor) {
      const read = log.querySelector(`[data-block="${CSS.escape(this.anchor.key)}"]`);
      const off = read ? read.getBoundingClientRect().top - log.getBoundingClientRect().top - this.anchor.offset : 0;
      if (Math.abs(off) >= 1) {
        log.scrollTop += off;
      }
    }
    this.top = log.scrollTop;
    if (this.isBare()) {
      this.changed();
    }
  }

  measure() {
    for (const each of this.log.querySelectorAll('[data-block]')) {
      this.heights.set(each.dataset.block, each.getBoundingClientRect().height);
    }
  }

  /** True if there is room in view where blocks are missing. */
  isBare() {
    const { top, bottom } = this.log.getBoundingClientRect();
    return [...this.log.querySelectorAll('.beyond')].some((each) => {
      const box = each.getBoundingClientRect();
      return box.height > 0 && box.bottom > top && box.top < bottom;
    });
  }
}
