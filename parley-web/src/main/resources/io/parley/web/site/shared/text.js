import { html } from './template.js';

const ADDRESS = /\b(?:https?:\/\/|www\.)[^\s<>"']+[^\s<>"'.,;:!?)\]}]/gi;

/** Text with its web addresses as links. @param {string} text */
export function linked(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    parts.push(text.slice(end, match.index));
    const address = match[0].startsWith('www.') ? `https://${match[0]}` : match[0];
    parts.push(html`<a href=${address} target="_blank" rel="noopener noreferrer">${match[0]}</a>`);
    end = match.index + match[0].length;
  }
  parts.push(text.slice(end));
  return parts;
}

/** The first web address in a text. @param {string} text @returns {string | undefined} */
export function firstAddress(text) {
  return text.match(ADDRESS)?.find((each) => each.startsWith('http'));
}

/** An address that may be opened from a page: nothing that would run here. @param {string} [address] */
export function safeAddress(address) {
  try {
    const url = new URL(address ?? '', location.href);
    return ['http:', 'https:', 'tel:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** The letters that stand for somebody. @param {string} [name] */
export function initials(name) {
  const words = (name ?? '').trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => [...word][0]).join('').toUpperCase() || '?';
}

/** A hue that stays with somebody. @param {string} id */
export function hue(id) {
  let sum = 7;
  for (const letter of id) {
    sum = (sum * 31 + letter.codePointAt(0)) % 3600;
  }
  return sum % 360;
}

/** @param {number} bytes */
export function fileSize(bytes) {
  if (!bytes) {
    return '';
  }
  const units = ['B', 'KB', 'MB', 'GB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  return `${(bytes / 1024 ** power).toFixed(power > 0 && bytes / 1024 ** power < 10 ? 1 : 0)} ${units[power]}`;
}

/** True if the text is one to three emoji and nothing else. @param {string} text */
export function isOnlyEmoji(text) {
  return /^(?:\p{Extended_Pictographic}\p{Emoji_Modifier}?(?:\u200d\p{Extended_Pictographic}\p{Emoji_Modifier}?)*\ufe0f?\s*){1,3}$/u.test(text.trim());
}
