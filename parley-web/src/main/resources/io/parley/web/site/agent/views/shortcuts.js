import { html } from '../../shared/template.js';
import { icon } from '../../shared/icons.js';

const KEYS = [
  ['Alt + ↑ ↓', 'Previous or next chat'], ['Alt + 1 … 5', 'Chats, traffic, archives, reports, settings'], ['/', 'Write in the open chat'], ['# or /', 'Canned responses, while writing'],
  ['Enter', 'Send'], ['Shift + Enter', 'New line'], ['Ctrl + Enter', 'Send as a private note'], ['Alt + N', 'Message or private note'], ['Alt + T', 'Transfer the chat'], ['Alt + G', 'Tags'], ['Alt + E', 'End the conversation'], ['Alt + D', 'Details of the customer'], ['?', 'This list'], ['Esc', 'Close what is open'],
];

/** The list of keys. @param {() => void} close */
export function shortcuts(close) {
  return html`<div class="veil" @click=${(event) => event.target === event.currentTarget && close()}><div class="dialog" role="dialog" aria-modal="true" aria-label="Keyboard shortcuts">
    <header><h2>Keyboard shortcuts</h2><button class="icon-button" aria-label="Close" @click=${close}>${icon('close')}</button></header>
    <dl class="keys">${KEYS.map(([keys, meaning]) => html`<dt><kbd>${keys}</kbd></dt><dd>${meaning}</dd>`)}</dl></div></div>`;
}
