/** The page in the widget's frame: puts chat, view and the page around the frame together. */
import { Drawing } from '../shared/drawing.js';
import { render } from '../shared/template.js';
import { Chat } from './chat.js';
import { Session } from './session.js';
import { View } from './view.js';
import { paint } from './color.js';
import { words } from './words.js';

const parameters = new URLSearchParams(location.search);
const language = parameters.get('lang') || 'en';
const say = words(language);
document.documentElement.lang = language;
document.documentElement.dir = parameters.get('dir') === 'rtl' ? 'rtl' : 'ltr';
document.title = say('frame');
const color = parameters.get('color');
if (/^#[0-9a-f]{3,8}$/i.test(color ?? '')) {
  paint(color, document.documentElement.style);
}

const framed = parent !== window;
const tell = (type, detail = {}) => framed && parent.postMessage({ parley: type, ...detail }, '*');
const session = new Session({
  license: parameters.get('license') ?? '',
  clientId: parameters.get('client_id') ?? undefined,
  lend: (value) => tell('keep', { value }),
});
const group = parameters.get('group');
let unread = -1;

const chat = new Chat(session, {
  group: group ? Number(group) : undefined,
  changed: (then) => drawing.changed(then),
  happened: (name, detail) => tell(name === 'greeting' ? 'greeting' : 'event', name === 'greeting' ? detail : { name, detail }),
});
const view = new View(chat, say, { close: () => tell('close'), changed: chat.changed });

const drawing = new Drawing(() => {
  render(view.page(), document.getElementById('widget'));
  view.drawn();
  if (chat.unread !== unread) {
    unread = chat.unread;
    tell('unread', { count: unread });
  }
});

addEventListener('message', ({ data, source }) => {
  if (source !== parent || !data?.parley) {
    return;
  }
  switch (data.parley) {
    case 'start':
      session.borrow(data.kept);
      chat.visitor.page = data.page;
      view.open = data.open;
      chat.start();
      break;
    case 'opened':
      view.opened(data.focus);
      break;
    case 'closed':
      view.open = false;
      break;
    case 'page':
      chat.visitor.visit(data.page);
      break;
    case 'customer':
      chat.visitor.introduce(data.customer ?? {});
      break;
  }
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented && !view.escape()) {
    tell('close');
  }
});
addEventListener('visibilitychange', () => view.drawn());

document.getElementById('widget').replaceChildren();
drawing.now();
if (framed) {
  tell('hello', { words: Object.fromEntries(['open', 'close', 'unread', 'dismiss', 'frame'].map((key) => [key, say(key)])) });
} else {
  view.open = true;
  chat.start();
}
