/** Where agents write: messages and private notes, files, canned responses. */
import { html, nothing, ref } from '../../shared/template.js';
import { asked, cannedFor } from '../model/canned.js';
import { emojiTable, insert } from '../../shared/emoji.js';
import { filesIn } from '../../shared/upload.js';
import { icon } from '../../shared/icons.js';

const TYPING_MILLIS = 3_000;

export class Composer {
  /** @param {import('../model/app.js').App} app @param {import('./conversation.js').Conversation} conversation */
  constructor(app, conversation) {
    this.app = app;
    this.conversation = conversation;
    this.emoji = false;
    this.offered = null;
    this.at = 0;
    this.toldTyping = 0;
    this.holding = ref((element) => this.hold(element));
  }

  /** Another chat was opened: each keeps what was begun. @param {import('../model/chat.js').Chat} chat */
  show(chat) {
    this.chat = chat;
    this.emoji = false;
    this.offered = null;
    this.fill();
  }

  hold(element) {
    this.field = element;
    this.fill();
  }

  fill() {
    if (this.field && this.chat) {
      this.field.value = this.chat.draft.text;
      requestAnimationFrame(() => this.grow());
    }
  }

  /** @param {import('../model/chat.js').Chat} chat @param {boolean} notesOnly */
  page(chat, notesOnly) {
    // Asked when something is sent, and not when the page was drawn: a note must never become a message.
    const isNote = () => notesOnly || chat.draft.note;
    const note = isNote();
    const kind = (name, value) => html`<button type="button" role="tab" aria-selected=${note === value} @click=${() => { chat.draft.note = value; this.app.changed(); this.focus(); }}>${name}</button>`;
    return html`<form class=${note ? 'composer note' : 'composer'} @submit=${(event) => { event.preventDefault(); this.submit(chat, isNote()); }}
      @dragover=${(event) => event.preventDefault()} @drop=${(event) => this.dropped(event, chat, isNote())}>
      ${this.offered?.length ? this.offers() : nothing}
      ${this.emoji ? html`<div class="popup">${emojiTable('Emoji', (each) => { insert(this.field, each); this.toggleEmoji(); }, () => this.toggleEmoji())}</div>` : nothing}
      ${notesOnly ? nothing : html`<div class="kinds" role="tablist" aria-label="Who reads it">${kind('Message', false)}${kind('Private note', true)}</div>`}
      <label class="sr-only" for="write">${note ? 'Private note' : 'Message'}</label>
      <textarea id="write" rows="1" maxlength="16000" dir="auto" placeholder=${note ? 'Only agents will see this…' : `Write to ${chat.customerName}…`} aria-autocomplete="list" aria-controls=${this.offered?.length ? 'canned' : nothing} aria-activedescendant=${this.offered?.length ? `canned-${this.at}` : nothing} ${this.holding}
        @input=${() => this.typed(chat, isNote())} @keydown=${(event) => this.key(event, chat, isNote())} @paste=${(event) => this.pasted(event, chat, isNote())}></textarea>
      <div class="tools">
        <button type="button" class="icon-button" aria-label="Emoji" aria-expanded=${this.emoji} @click=${() => this.toggleEmoji()}>${icon('emoji')}</button>
        <label class="icon-button" title="Attach files">${icon('attach')}<input class="sr-only" type="file" multiple aria-label="Attach files" @change=${(event) => { this.files([...event.target.files], chat, isNote()); event.target.value = ''; }}></label>
        <button type="button" class="icon-button" aria-label="Canned responses" title="Canned responses" @click=${() => { this.focus(); insert(this.field, this.field.value ? ' #' : '#'); }}>${icon('bolt')}</button>
        <span class="space hint faint small"><kbd>#</kbd> canned response</span><button class="button">${note ? 'Add the note' : 'Send'}${icon('send', 17)}</button></div></form>`;
  }

  offers() {
    return html`<ul class="offers" id="canned" role="listbox" aria-label="Canned responses">${this.offered.map((each, index) => html`<li role="option" id=${`canned-${index}`} aria-selected=${index === this.at}
      @mousedown=${(event) => { event.preventDefault(); this.take(each); }}><b>#${each.tag}</b><span class="faint">${each.text}</span></li>`)}</ul>`;
  }

  /** Puts a canned response where it was asked for. */
  take(each) {
    const { field } = this;
    const end = field.selectionStart;
    const begin = end - asked(field.value.slice(0, end)).length;
    field.setRangeText(each.text, begin, end, 'end');
    this.offered = null;
    field.dispatchEvent(new Event('input'));
  }

  /** Another kind of message. @param {import('../model/chat.js').Chat} chat */
  toggleNote(chat) {
    chat.draft.note = !chat.draft.note;
    this.app.changed();
    this.focus();
  }

  key(event, chat, note) {
    if (this.offered?.length) {
      const steps = { ArrowDown: 1, ArrowUp: -1 };
      if (event.key in steps) {
        event.preventDefault();
        this.at = (this.at + steps[event.key] + this.offered.length) % this.offered.length;
        this.app.changed();
        return;
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault();
        this.take(this.offered[this.at]);
        return;
      }
      if (event.key === 'Escape') {
        event.stopPropagation();
        event.preventDefault();
        this.offered = null;
        this.app.changed();
        return;
      }
    }
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit(chat, note || event.ctrlKey || event.metaKey);
    }
  }

  typed(chat, note) {
    chat.draft.text = this.field.value;
    this.grow();
    const offered = cannedFor(this.field.value.slice(0, this.field.selectionStart));
    if (offered?.length !== this.offered?.length || offered) {
      this.offered = offered;
      this.at = 0;
      this.app.changed();
    }
    const now = Date.now();
    if (chat.active && this.field.value && now - this.toldTyping > TYPING_MILLIS && this.app.rtm.online) {
      this.toldTyping = now;
      this.app.rtm.request('send_typing_indicator', { chat_id: chat.id, is_typing: true, recipients: note ? 'agents' : 'all' }).catch(() => {});
    }
  }

  submit(chat, note) {
    const text = this.field.value.trim();
    if (!text) {
      return;
    }
    this.field.value = '';
    chat.draft.text = '';
    this.offered = null;
    this.toldTyping = 0;
    this.grow();
    this.conversation.list.toEnd();
    this.app.outbox.send(chat, text, note);
  }

  pasted(event, chat, note) {
    const files = filesIn(event.clipboardData);
    if (files.length) {
      event.preventDefault();
      this.files(files, chat, note);
    }
  }

  dropped(event, chat, note) {
    event.preventDefault();
    this.files(filesIn(event.dataTransfer), chat, note);
  }

  files(files, chat, note) {
    this.conversation.list.toEnd();
    files.forEach((file) => this.app.outbox.sendFile(chat, file, note));
  }

  toggleEmoji() {
    this.emoji = !this.emoji;
    this.app.changed(() => (this.emoji ? document.querySelector('.emoji-table button') : this.field)?.focus());
  }

  focus() {
    this.field?.focus();
    this.app.changed(() => this.field?.focus());
  }

  grow() {
    if (!this.field) {
      return;
    }
    this.field.style.height = 'auto';
    this.field.style.height = `${this.field.scrollHeight}px`;
  }
}
