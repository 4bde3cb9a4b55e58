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

/** Those that a text asks for by `#` and the begin of a word; null if it asks for none. @param {string} text */
export function cannedFor(text) {
  const asked = text.match(/(?:^|\s)#([\p{L}\d-]*)$/u)?.[1];
  if (asked === undefined) {
    return null;
  }
  const word = asked.toLowerCase();
  return canned().filter((each) => each.tag.toLowerCase().startsWith(word) || each.text.toLowerCase().includes(word)).slice(0, 6);
}
