/*
 * Puts the Chat Widget on a page:
 *
 *   <script async src="https://HOST/widget.js" data-license="100"></script>
 *
 * Further attributes: data-client-id, data-group, data-color, data-side (left or right), data-lang.
 * The page talks to it through window.Parley: open(), close(), toggle(), hide(), show(),
 * setCustomer({name, email, fields}), on(event, listener), off(event, listener). Calls made before
 * this script has come may be queued: window.Parley = window.Parley || [["open"]].
 * Events: ready, open, close, message, unread, chatStarted, chatEnded, rated.
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

  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; color-scheme: light dark; }
    * { box-sizing: border-box; }
    .at { position: fixed; z-index: 2147483000; bottom: 20px; ${left ? 'left' : 'right'}: 20px; font: 15px/1.45 system-ui, sans-serif; }
    button { font: inherit; cursor: pointer; border: 0; }
    .launcher { display: grid; place-items: center; width: 60px; height: 60px; border-radius: 50%; padding: 0;
      color: #fff; background: ${color}; box-shadow: 0 4px 12px rgb(0 0 0 / 18%), 0 1px 3px rgb(0 0 0 / 20%); transition: transform .15s; }
    .launcher:hover { transform: scale(1.05); }
    :focus-visible { outline: 3px solid ${color}; outline-offset: 3px; }
    .badge { position: absolute; top: -3px; ${left ? 'left' : 'right'}: -3px; min-width: 22px; height: 22px; padding: 0 6px; border-radius: 11px;
      background: #b3152a; color: #fff; font-size: 13px; font-weight: 700; line-height: 22px; text-align: center; }
    .frame { bottom: 92px; width: 384px; height: min(680px, calc(100vh - 112px)); border-radius: 16px; overflow: hidden;
      background: Canvas; box-shadow: 0 8px 40px rgb(0 0 0 / 22%), 0 0 0 1px rgb(0 0 0 / 6%); visibility: hidden; opacity: 0; transform: translateY(12px); }
    .frame.open { visibility: visible; opacity: 1; transform: none; transition: opacity .16s, transform .16s; }
    iframe { display: block; width: 100%; height: 100%; border: 0; color-scheme: normal; }
    .greeting { bottom: 92px; max-width: 300px; padding: 12px 40px 12px 16px; border-radius: 16px; background: Canvas; color: CanvasText;
      box-shadow: 0 4px 24px rgb(0 0 0 / 20%); text-align: start; white-space: pre-wrap; overflow-wrap: anywhere; }
    .greeting b { display: block; font-size: 13px; opacity: .75; }
    .greeting .text { all: unset; cursor: pointer; }
    .greeting .text:focus-visible { outline: 3px solid ${color}; }
    .dismiss { position: absolute; top: 6px; inset-inline-end: 6px; width: 28px; height: 28px; border-radius: 50%; background: none; color: inherit; font-size: 18px; line-height: 1; }
    [hidden] { display: none; }
    @media (max-width: 480px) {
      .frame { inset: 0; width: 100%; height: 100%; height: 100dvh; border-radius: 0; }
      .open ~ .launch { display: none; }
    }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
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

  const show = () => {
    launcher.setAttribute('aria-expanded', String(isOpen));
    launcher.setAttribute('aria-label', (isOpen ? words.close : words.open) + (unread && !isOpen ? ` (${unread} ${words.unread})` : ''));
    launcher.replaceChildren(drawing(isOpen ? DOWN : CHAT));
    frameBox.classList.toggle('open', isOpen);
    badge.hidden = !unread || isOpen;
    badge.textContent = unread > 9 ? '9+' : String(unread);
  };

  const load = () => {
    if (frame) return;
    const query = new URLSearchParams({ license: data.license || '', lang: language, dir: rtl ? 'rtl' : 'ltr', color });
    if (data.clientId) query.set('client_id', data.clientId);
    if (data.group) query.set('group', data.group);
    frame = add(frameBox, 'iframe', '', { title: words.frame, src: `${server}/widget/?${query}`, allow: 'clipboard-write' });
  };

  const setOpen = (open, focus) => {
    load();
    if (isOpen === open) return;
    isOpen = open;
    greeting.hidden = true;
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
      tell('start', { page: page(), open: isOpen });
      waiting.splice(0).forEach(([type, each]) => tell(type, each));
      show();
      say('ready');
    } else if (parley === 'close') setOpen(false, true);
    else if (parley === 'open') setOpen(true, false);
    else if (parley === 'greeting') greet(detail);
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
    (window.requestIdleCallback || setTimeout)(load);
  };
  if (document.body) mount();
  else addEventListener('DOMContentLoaded', mount);
})();
