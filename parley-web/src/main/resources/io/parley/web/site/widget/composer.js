/** Where visitors write: texts, emoji and files. Agents see what is being written. */
import { html, nothing, ref } from '../shared/template.js';
import { emojiTable, insert } from '../shared/emoji.js';
import { filesIn } from '../shared/upload.js';
import { icon } from '../shared/icons.js';

const PEEK_MILLIS = 1_200;

export class Composer {
  /** @param {import('./view.js').View} view */
  constructor(view) {
    this.view = view;
    this.chat = view.chat;
    this.say = view.say;
    /** True if there is something to send. */
    this.written = false;
    this.peek = { text: '', timer: 0 };
  }

  page() {
    const { say, view } = this;
    const emoji = view.popup === 'emoji';
    const toggle = () => view.toggle('emoji');
    return html`<form class="composer" @submit=${(event) => { event.preventDefault(); this.submit(); }}>
      ${emoji ? html`<div class="popup">${emojiTable(say('emoji'), (each) => { insert(this.field, each); toggle(); }, toggle)}</div>` : nothing}
      <div class="box"><label class="sr-only" for="text">${say('write')}</label>
        <textarea id="text" rows="1" maxlength="5000" placeholder=${say('write')} dir="auto" enterkeyhint="send" ${ref((element) => (this.field = element))}
          @input=${() => this.typed()} @keydown=${(event) => this.key(event)} @paste=${(event) => this.paste(event)}></textarea>
        <button type="button" class="icon-button" aria-label=${say('emoji')} aria-expanded=${emoji} @click=${toggle}>${icon('emoji')}</button>
        <label class="icon-button" title=${say('attach')}>${icon('attach')}<input class="sr-only" type="file" multiple aria-label=${say('attach')} ?disabled=${!this.chat.active}
          @change=${(event) => { this.sendFiles([...event.target.files]); event.target.value = ''; }}></label></div>
      <button class=${this.written ? 'icon-button send ready' : 'icon-button send'} aria-label=${say('send')}>${icon('send')}</button></form>`;
  }

  submit() {
    const text = this.field.value.trim();
    if (!text) {
      return;
    }
    this.field.value = '';
    this.field.style.height = '';
    this.written = false;
    clearTimeout(this.peek.timer);
    this.peek = { text: '', timer: 0 };
    this.view.list.bottom = true;
    this.chat.outbox.send(text);
  }

  key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    }
  }

  typed() {
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight}px`;
    if (this.written !== (this.field.value.trim() !== '')) {
      this.written = !this.written;
      this.view.changed();
    }
    this.peek.text = this.field.value;
    this.peek.timer ||= setTimeout(() => {
      this.peek.timer = 0;
      this.chat.peek(this.peek.text);
    }, PEEK_MILLIS);
  }

  paste(event) {
    const files = filesIn(event.clipboardData);
    if (files.length) {
      event.preventDefault();
      this.sendFiles(files);
    }
  }

  /** @param {File[]} files that were chosen, pasted or dropped */
  sendFiles(files) {
    if (this.chat.active) {
      this.view.list.bottom = true;
      files.forEach((file) => this.chat.outbox.sendFile(file));
    }
  }
}
