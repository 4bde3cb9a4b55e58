/** Ready answers, kept in the browser. */

const KEY = 'parley:agent:canned';
const FIRST = [
  { tag: 'hello', text: 'Hello! How can I help you today?' },
  { tag: 'moment', text: 'Give me a moment, please. I am looking into it.' },
  { tag: 'more', text: 'Is there anything else that I can do for you?' },
  { tag: 'bye', text: 'Thank you for writing to us. Have a nice day!' },
];

/** @returns {{tag: string, text: string}[]} */
export function canned() {
  return JSON.parse(localStorage.getItem(KEY) ?? 'null') ?? FIRST;
}

/** @param {{tag: string, text: string}[]} all */
export function keepCanned(all) {
  localStorage.setItem(KEY, JSON.stringify(all));
}

/** The end of a text with which a canned response is asked for: `#` or `/` and the begin of a word. @param {string} text @returns {string} empty if none is */
export function asked(text) {
  return text.match(/(?:^|\s)([#/][\p{L}\d-]*)$/u)?.[1] ?? '';
}

/** Those that a text asks for; null if it asks for none. @param {string} text */
export function cannedFor(text) {
  const word = asked(text).toLowerCase();
  if (!word) {
    return null;
  }
  const begin = word.slice(1);
  const fitting = canned().filter((each) => each.tag.toLowerCase().startsWith(begin) || (begin && each.text.toLowerCase().includes(begin)));
  return fitting.sort((one, other) => other.tag.toLowerCase().startsWith(begin) - one.tag.toLowerCase().startsWith(begin)).slice(0, 6);
}
