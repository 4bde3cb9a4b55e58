/** The frame of the app: where one goes, who one is, and what is open. */
import { html, live, nothing } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { icon } from '../../shared/icons.js';
import { leave, signOut } from '../auth.js';
import { forgetUnsent, keepUnsent } from '../model/unsent.js';
import { Archives } from './archives.js';
import { ChatList } from './chat-list.js';
import { Conversation } from './conversation.js';
import { Reports } from './reports.js';
import { Settings } from './settings.js';
import { traffic } from './traffic.js';
import { shortcuts } from './shortcuts.js';

const PLACES = [
  ['chats', 'chat', 'Chats'], ['traffic', 'traffic', 'Traffic'], ['archives', 'archive', 'Archives'],
  ['reports', 'reports', 'Reports'], ['settings', 'settings', 'Settings'],
];

export class Shell {
  /** @param {import('../model/app.js').App} app @param {import('../model/alerts.js').Alerts} alerts @param {(then?: () => void) => void} changed */
  constructor(app, alerts, changed) {
    this.app = app;
    this.keep = () => keepUnsent(app);
    addEventListener('pagehide', this.keep);
    this.changed = changed;
    this.route = { place: 'chats', chat: '', rest: '' };
    this.menu = false;
    this.help = false;
    this.said = '';
    this.list = new ChatList(app, this);
    this.conversation = new Conversation(app, this);
    this.archives = new Archives(app, this);
    this.reports = new Reports(app, this);
    this.settings = new Settings(app, this, alerts);
  }

  /** Takes the place from the address. */
  go() {
    const [place = 'chats', first = '', second = ''] = location.hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
    this.route = { place: PLACES.some(([name]) => name === place) ? place : 'chats', chat: place === 'chats' ? first : '', rest: first, more: second };
    this.menu = false;
    this.conversation.close();
    this.archives.entered();
    this.settings.entered();
    this.changed();
  }

  /** @param {string} id */
  openChat(id) {
    location.hash = `#/chats/${encodeURIComponent(id)}`;
  }

  page() {
    const { app } = this;
    if (!app.ready) {
      return this.waiting();
    }
    return html`<div class="app" data-place=${this.route.place} data-open=${this.route.chat !== ''} @click=${(event) => this.clicked(event)}>
      ${this.rail()}${this.trouble()}
      <div class="place">${this.place()}</div>
      <div class="notices" role="status">${app.notice ? html`<p class=${`notice ${app.notice.kind}`}>${icon(app.notice.kind === 'done' ? 'check' : 'info', 18)}${app.notice.text}</p>` : nothing}</div>
      <p class="sr-only" aria-live="polite">${this.said}</p>
      ${this.help ? shortcuts(() => this.toggleHelp()) : nothing}
      ${app.signInNeeded ? this.signIn() : nothing}</div>`;
  }

  /** Says something to who listens to the page. @param {string} text */
  announce(text) {
    this.said = text;
    this.changed();
  }

  /** A click beside what is open closes it. */
  clicked(event) {
    if (event.target.closest('.menu, .mine, [data-menu], .me')) {
      return;
    }
    if (this.menu || this.conversation.menu) {
      this.menu = false;
      this.conversation.menu = false;
      this.changed();
    }
  }

  /** The sign-in has ended in the middle of work. Nothing that was begun is lost. */
  signIn() {
    return html`<div class="veil"><div class="dialog" role="alertdialog" aria-modal="true" aria-labelledby="ended" aria-describedby="ended-why"><h2 id="ended">Please sign in again</h2>
      <p id="ended-why">Your sign-in has ended. What you have begun to write is kept.</p>
      <div class="buttons"><button class="button" autofocus @click=${() => leave()}>Sign in</button></div></div></div>`;
  }

  waiting() {
    const { state, reason } = this.app.connection;
    const stopped = state === 'stopped' && reason;
    return html`<main class="entrance"><p class="brand">Parley</p>${stopped
      ? html`<h1>This did not work</h1><p class="faint">The server closed the door: ${reason.replaceAll('_', ' ')}.</p><button class="button" @click=${() => signOut()}>Sign in again</button>`
      : html`<span class="spinner" role="status" aria-label="Loading"></span><p class="faint small">${state === 'waiting' ? 'The server does not answer. Trying again…' : 'Getting your chats…'}</p>`}</main>`;
  }

  place() {
    switch (this.route.place) {
      case 'traffic':
        return traffic(this.app, this);
      case 'archives':
        return this.archives.page();
      case 'reports':
        return this.reports.page();
      case 'settings':
        return this.settings.page(this.route.rest);
      default:
        return html`${this.list.page()}${this.conversation.page(this.route.chat ? this.app.chat(this.route.chat) : undefined)}`;
    }
  }

  rail() {
    const unread = [...this.app.chats.values()].filter((chat) => chat.place === 'mine' && chat.unread > 0).length;
    return html`<nav class="rail" aria-label="Parley">
      <a class="logo" href="#/chats" aria-label="Parley"><svg viewBox="0 0 32 32" width="34" aria-hidden="true"><rect width="32" height="32" rx="9" fill="currentColor"></rect><path d="M24 15.500a8 8 0 0 1-8 8H8.500l1.600-3A8 8 0 1 1 24 15.500Z" class="cut"></path></svg></a>
      ${PLACES.map(([name, drawing, label]) => html`<a class="rail-link" href=${`#/${name}`} aria-current=${this.route.place === name ? 'page' : nothing} title=${label}>
        ${icon(drawing, 22)}<span>${label}</span>${name === 'chats' && unread ? html`<b class="count" aria-label=${`${unread} unread`}>${unread}</b>` : nothing}
        ${name === 'traffic' && this.app.traffic.visitors.size ? html`<b class="count soft">${this.app.traffic.visitors.size}</b>` : nothing}</a>`)}
      <span class="space"></span>
      <button class="me" aria-expanded=${this.menu} aria-label=${`${this.app.me.name}, ${this.accepting ? 'accepting chats' : 'away'}`} @click=${() => { this.menu = !this.menu; this.changed(); }}>
        ${avatar(this.app.me, '2.25rem')}<i class=${this.accepting ? 'status on' : 'status'}></i></button>
      ${this.menu ? this.mine() : nothing}</nav>`;
  }

  get accepting() {
    return this.app.status === 'accepting_chats';
  }

  mine() {
    const { me, license } = this.app;
    return html`<div class="mine" role="group" aria-label="You"><p><strong>${me.name}</strong><span class="faint small">${me.email ?? me.id}</span><span class="faint small">License ${license.id} · ${me.permission}</span></p>
      <label class="switch"><input type="checkbox" role="switch" .checked=${live(this.accepting)} @change=${(event) => this.app.setAccepting(event.target.checked)}>
        <span>Accept chats</span></label>
      <button class="menu-item" @click=${() => this.toggleHelp()}>${icon('bolt', 18)} Keyboard shortcuts</button>
      <button class="menu-item" @click=${() => this.signOut()}>${icon('signOut', 18)} Sign out</button></div>`;
  }

  async signOut() {
    removeEventListener('pagehide', this.keep);
    forgetUnsent();
    await signOut();
  }

  trouble() {
    const { state, reason } = this.app.connection;
    if (!this.app.offline || this.app.signInNeeded) {
      return nothing;
    }
    return html`<p class="trouble" role="status">${state === 'stopped' ? html`You are not connected${reason ? ` (${reason.replaceAll('_', ' ')})` : ''}. <button @click=${() => location.reload()}>Connect</button>`
      : html`<span class="spinner" aria-hidden="true"></span> The connection was lost. Trying again… <button @click=${() => this.app.rtm.retryNow()}>Now</button>`}</p>`;
  }

  toggleHelp() {
    this.help = !this.help;
    this.menu = false;
    this.changed();
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const writing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.list.step(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.altKey && /^[1-5]$/.test(event.key)) {
      event.preventDefault();
      location.hash = `#/${PLACES[Number(event.key) - 1][0]}`;
    } else if (event.key === '?' && !writing) {
      this.toggleHelp();
    } else if (event.key === 'Escape' && (this.help || this.menu)) {
      if (this.menu) {
        document.querySelector('.me')?.focus();
      }
      this.help = false;
      this.menu = false;
      this.changed();
    } else if (this.route.place === 'chats') {
      this.conversation.key(event, writing);
    }
  }

  drawn() {
    if (this.route.place === 'chats') {
      this.conversation.drawn();
    } else if (this.route.place === 'archives') {
      this.archives.drawn();
    }
  }
}
