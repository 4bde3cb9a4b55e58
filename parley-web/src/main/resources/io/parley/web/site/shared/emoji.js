import { html } from './template.js';

const EMOJI = ('😀 😄 😁 😅 😂 🙂 😉 😊 😍 😘 😜 🤔 😐 🙄 😏 😬 😴 😎 🤓 🥳 😕 😟 😢 😭 😤 😡 😱 🤯 👍 👎 👌 👏 🙏 💪 👋 🤝 ✌️ 🤞 '
  + '❤️ 💙 💚 💛 💜 💔 🔥 ⭐ ✨ 🎉 🎁 🏆 ✅ ❌ ❗ ❓ 💡 📦 🚚 📞 📧 📎 📅 ⏰ 💰 💳 🛒 🏠 ☕ 🍕 🌍 ☀️ 🌧️ 🐛 🐱 🐶').split(' ');

/**
 * A table of emoji to choose from, also by the arrow keys.
 *
 * @param {string} label
 * @param {(emoji: string) => void} choose
 * @param {() => void} leave
 */
export function emojiTable(label, choose, leave) {
  const move = (event) => {
    const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 8, ArrowUp: -8 };
    if (event.key === 'Escape') {
      event.stopPropagation();
      leave();
    } else if (event.key in steps) {
      event.preventDefault();
      const all = [...event.currentTarget.children];
      const at = all.indexOf(document.activeElement);
      all[(at + steps[event.key] + all.length) % all.length]?.focus();
    }
  };
  return html`<div class="emoji-table" role="group" aria-label=${label} @keydown=${move}>
    ${EMOJI.map((emoji, index) => html`<button type="button" tabindex=${index === 0 ? 0 : -1} @click=${() => choose(emoji)}>${emoji}</button>`)}</div>`;
}

/** Puts text where the caret of a field is. @param {HTMLTextAreaElement} field @param {string} text */
export function insert(field, text) {
  field.focus();
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
