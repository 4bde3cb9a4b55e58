/*
 * Puts the Chat Widget on a page:
 *
 *   <script async src="https://HOST/widget.js" data-license="100"></script>
 *
 * Further attributes: data-client-id, data-group, data-color, data-side (left or right), data-lang.
 * The page talks to it through window.Parley: open(), close(), toggle(), hide(), show(),
 * setCustomer({name, email, fields}), on(event, listener), off(event, listener). Calls made before
 * this script has come may be queued: window.Parley = window.Parley || [["open"]].
 * Events: ready, open, close, greeting, message, unread, chatStarted, chatEnded, rated.
 *
 * The launcher lives in a shadow root, the chat in a frame of the server: no style goes either way.
 */
(() => {
  'use strict';
  const script = document.currentScript;
  if (!script || document.querySelector('parley-widget')) return;
  const data = script.dataset;
  const server = new URL(script.src).origin;
  const root = document.documentElement;
  const language = data.lang || root.lang || navigator.language;
  const rtl = getComputedStyle(root).direction === 'rtl';
  const left = data.side ? data.side === 'left' : rtl;
  const color = /^#[0-9a-f]{3,8}$/i.test(data.color || '') ? data.color : '#3446c7';

  // Black on light colours, white on dark ones.
  const channels = [1, 3, 5].map((at) => (parseInt((color.length < 7 ? color.replace(/[0-9a-f]/gi, '$&$&') : color).slice(at, at + 2), 16) / 255) ** 2.2);
  const ink = 0.213 * channels[0] + 0.715 * channels[1] + 0.072 * channels[2] > 0.2 ? '#14161f' : '#fff';

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; }
    * { box-sizing: border-box; }
    .at { position: fixed; z-index: 2147483000; bottom: 20px; ${left ? 'left' : 'right'}: 20px; font: 15px/1.45 system-ui, sans-serif; }
    button { font: inherit; cursor: pointer; border: 0; }
    .launcher { display: grid; place-items: center; width: 60px; height: 60px; border-radius: 50%; padding: 0; color: ${ink}; background: ${color};
      box-shadow: 0 6px 20px rgb(0 0 0 / 20%), 0 1px 3px rgb(0 0 0 / 24%); transition: transform .18s cubic-bezier(.3, 1.6, .6, 1), box-shadow .18s; }
    .launcher:hover { transform: scale(1.06); box-shadow: 0 8px 26px rgb(0 0 0 / 26%), 0 1px 3px rgb(0 0 0 / 24%); }
    .launcher:active { transform: scale(.96); }
    .launcher svg { animation: turn .22s ease-out; }
    :focus-visible { outline: 3px solid Highlight; outline: 3px solid ${color}; outline-offset: 3px; }
    .badge { position: absolute; top: -4px; ${left ? 'left' : 'right'}: -4px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px; animation: pop .25s cubic-bezier(.3, 1.6, .6, 1);
      background: #b3152a; color: #fff; font-size: 13px; font-weight: 700; line-height: 22px; text-align: center; box-shadow: 0 0 0 2px #fff; }
    .frame { bottom: 94px; width: 392px; height: min(700px, calc(100vh - 114px)); border-radius: 18px; overflow: hidden; background: Canvas;
      box-shadow: 0 12px 48px rgb(0 0 0 / 24%), 0 0 0 1px rgb(0 0 0 / 7%); visibility: hidden; opacity: 0; transform: translateY(14px) scale(.98); transform-origin: bottom ${left ? 'left' : 'right'}; }
    .frame.open { visibility: visible; opacity: 1; transform: none; transition: opacity .16s, transform .2s cubic-bezier(.2, .9, .3, 1); }
    iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: normal; }
    .greeting { bottom: 96px; width: max-content; max-width: min(310px, calc(100vw - 40px)); padding: 14px 44px 14px 18px; border-radius: 18px; background: Canvas; color: CanvasText; animation: rise .3s ease-out;
      box-shadow: 0 10px 36px rgb(0 0 0 / 20%), 0 0 0 1px rgb(0 0 0 / 6%); text-align: start; white-space: pre-wrap; overflow-wrap: anywhere; }
    .greeting:dir(rtl) { padding: 14px 18px 14px 44px; }
    .greeting b { display: block; margin-bottom: 2px; font-size: 13px; opacity: .75; }
    .greeting .text { all: unset; cursor: pointer; }
    .greeting .text::after { content: ''; position: absolute; inset: 0; border-radius: inherit; }
    .greeting .text:focus-visible::after { outline: 3px solid ${color}; }
    .dismiss { position: absolute; z-index: 1; top: 8px; inset-inline-end: 8px; width: 28px; height: 28px; border-radius: 50%; background: none; color: inherit; font-size: 18px; line-height: 1; }
    .dismiss:hover { background: rgb(128 128 128 / 16%); }
    [hidden] { display: none; }
    @keyframes turn { from { opacity: 0; transform: rotate(-30deg) scale(.7); } }
    @keyframes pop { from { transform: scale(0); } }
    @keyframes rise { from { opacity: 0; transform: translateY(10px); } }
    @media (max-width: 480px) {
      .frame { inset: 0; width: 100%; height: 100%; height: 100dvh; border-radius: 0; }
      .open ~ .launch { display: none; }
    }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important; } }
    @media print { .at { display: none; } }`);

  const host = document.createElement('parley-widget');
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [style];
  const add = (parent, tag, className, attributes = {}) => {
    const element = document.createElement(tag);
    element.className = className;
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    return parent.appendChild(element);
  };
  const drawing = (path) => {
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    image.setAttribute('viewBox', '0 0 24 24');
    image.setAttribute('width', '28');
    image.setAttribute('aria-hidden', 'true');
    const line = document.createElementNS(image.namespaceURI, 'path');
    for (const [name, value] of Object.entries({ d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' })) line.setAttribute(name, value);
    image.append(line);
    return image;
  };
  const CHAT = 'M21 12a8 8 0 0 1-8 8H4l1.800-3.200A8 8 0 1 1 21 12ZM9 12v.010M13 12v.010M17 12v.010';
  const DOWN = 'M5 9l7 7 7-7';

  const frameBox = add(shadow, 'div', 'at frame');
  const greeting = add(shadow, 'div', 'at greeting', { hidden: '' });
  const launch = add(shadow, 'div', 'at launch');
  const launcher = add(launch, 'button', 'launcher', { type: 'button', 'aria-expanded': 'false' });
  const badge = add(launch, 'span', 'badge', { hidden: '', 'aria-hidden': 'true' });
  let words = { open: 'Open chat', close: 'Close chat', unread: 'unread', dismiss: 'Dismiss', frame: 'Chat' };
  let frame = null;
  let ready = false;
  let isOpen = false;
  let unread = 0;
  const waiting = [];
  const listeners = {};

  const tell = (type, detail = {}) => {
    if (ready) frame.contentWindow.postMessage({ parley: type, ...detail }, server);
    else waiting.push([type, detail]);
  };
  const say = (event, detail) => (listeners[event] || []).slice().forEach((listener) => listener(detail));
  const page = () => ({ url: location.href.slice(0, 2000), title: document.title, referrer: document.referrer });

  // A chat that is open stays so on the website's next page.
  const KEPT = 'parley:open';
  const keep = (open) => {
    try {
      if (open) sessionStorage.setItem(KEPT, '1');
      else sessionStorage.removeItem(KEPT);
    } catch { /* Without storage each page begins anew. */ }
  };
  const wasOpen = () => {
    try {
      return sessionStorage.getItem(KEPT) && innerWidth > 480;
    } catch {
      return false;
    }
  };

  // What the frame can't keep itself, where the browser gives it no storage.
  const LENT = `parley:${server}:${data.license}`;
  const kept = (value) => {
    try {
      if (value) localStorage.setItem(LENT, JSON.stringify(value));
      return JSON.parse(localStorage.getItem(LENT));
    } catch {
      return null;
    }
  };

  let drawn;
  const show = () => {
    launcher.setAttribute('aria-expanded', String(isOpen));
    launcher.setAttribute('aria-label', (isOpen ? words.close : words.open) + (unread && !isOpen ? ` (${unread} ${words.unread})` : ''));
    if (drawn !== isOpen) launcher.replaceChildren(drawing(isOpen ? DOWN : CHAT));
    drawn = isOpen;
    frameBox.classList.toggle('open', isOpen);
    badge.hidden = !unread || isOpen;
    badge.textContent = unread > 9 ? '9+' : String(unread);
  };

  const load = () => {
    if (frame) return;
    const query = new URLSearchParams({ license: data.license || '', lang: language, dir: rtl ? 'rtl' : 'ltr', color });
    if (data.clientId) query.set('client_id', data.clientId);
    if (data.group) query.set('group', data.group);
    // What runs in the frame can't take the visitor away from the page around it.
    const sandbox = 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads';
    frame = add(frameBox, 'iframe', '', { title: words.frame, sandbox, src: `${server}/widget/?${query}`, allow: 'clipboard-write' });
  };

  const setOpen = (open, focus) => {
    load();
    if (isOpen === open) return;
    isOpen = open;
    greeting.hidden = true;
    keep(open);
    show();
    tell(open ? 'opened' : 'closed', { focus });
    if (open && focus) frame.focus();
    if (!open && focus) launcher.focus();
    say(open ? 'open' : 'close');
  };

  const greet = ({ text, name }) => {
    if (isOpen) return;
    greeting.replaceChildren();
    const open = add(greeting, 'button', 'text', { type: 'button' });
    if (name) add(open, 'b', '').textContent = name;
    open.append(text);
    open.onclick = () => setOpen(true, true);
    const dismiss = add(greeting, 'button', 'dismiss', { type: 'button', 'aria-label': words.dismiss });
    dismiss.textContent = '×';
    dismiss.onclick = () => { greeting.hidden = true; };
    greeting.hidden = false;
  };

  addEventListener('message', (message) => {
    if (message.origin !== server || !frame || message.source !== frame.contentWindow) return;
    const { parley, ...detail } = message.data || {};
    if (parley === 'hello') {
      words = detail.words;
      frame.title = words.frame;
      ready = true;
      tell('start', { page: page(), open: isOpen, kept: kept() });
      waiting.splice(0).forEach(([type, each]) => tell(type, each));
      show();
      say('ready');
    } else if (parley === 'close') setOpen(false, true);
    else if (parley === 'open') setOpen(true, false);
    else if (parley === 'keep') kept(detail.value);
    else if (parley === 'greeting') {
      greet(detail);
      say('greeting', detail);
    }
    else if (parley === 'unread') {
      unread = detail.count;
      show();
      say('unread', unread);
    } else if (parley === 'event') say(detail.name, detail.detail);
  });
  launcher.onclick = () => setOpen(!isOpen, true);
  shadow.addEventListener('keydown', (event) => event.key === 'Escape' && setOpen(false, true));

  let address = location.href;
  const moved = () => {
    if (address !== location.href) {
      address = location.href;
      setTimeout(() => tell('page', { page: page() }), 50);
    }
  };
  if (window.navigation) navigation.addEventListener('navigatesuccess', moved);
  addEventListener('popstate', moved);
  addEventListener('hashchange', moved);

  const queued = Array.isArray(window.Parley) ? window.Parley : [];
  const api = {
    open: () => setOpen(true, true),
    close: () => setOpen(false, false),
    toggle: () => setOpen(!isOpen, true),
    hide: () => { host.hidden = true; host.style.display = 'none'; },
    show: () => { host.hidden = false; host.style.display = ''; },
    setCustomer: (customer) => tell('customer', { customer }),
    on: (event, listener) => { (listeners[event] = listeners[event] || []).push(listener); },
    off: (event, listener) => { listeners[event] = (listeners[event] || []).filter((each) => each !== listener); },
  };
  window.Parley = api;
  queued.forEach(([name, ...values]) => api[name] && api[name](...values));
  const mount = () => {
    document.body.append(host);
    show();
    if (wasOpen()) setOpen(true, false);
    (window.requestIdleCallback || setTimeout)(load);
  };
  if (document.body) mount();
  else addEventListener('DOMContentLoaded', mount);
})();
