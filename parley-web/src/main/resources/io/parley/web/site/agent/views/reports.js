/** Reports: plots of what the archives tell. */
import { html, nothing, svg } from '../../shared/template.js';
import { avatar } from '../../shared/avatar.js';
import { conversations, figures, median } from '../model/stats.js';
import { duration } from '../../shared/time.js';

/** Narrow screens get a plot of fewer units, so that what is written in it stays legible. */
let width = 1120;
const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 24;
const STEPS = [10, 20, 30, 40, 60, 120, 240, 360, 600, 1200, 1800, 3600];

export class Reports {
  /** @param {import('../model/app.js').App} app @param {import('./shell.js').Shell} shell */
  constructor(app, shell) {
    this.app = app;
    this.shell = shell;
    this.days = 28;
    this.figures = null;
    this.done = 0;
    this.problem = '';
  }

  async read() {
    this.busy = true;
    this.problem = '';
    try {
      const found = await conversations(this.app, this.days, (done) => { this.done = done; this.shell.changed(); });
      this.figures = figures(found, this.days);
    } catch (error) {
      this.problem = error.message;
    }
    this.busy = false;
    this.shell.changed();
  }

  page() {
    if (!this.figures && !this.busy && !this.problem) {
      this.read();
    }
    width = innerWidth <= 768 ? 480 : 1120;
    const range = (days, label) => html`<button role="radio" aria-checked=${this.days === days} @click=${() => { this.days = days; this.figures = null; this.shell.changed(); }}>${label}</button>`;
    return html`<main class="page"><header class="page-head"><div><h1>Reports</h1><p class="faint">From the archives, days in UTC</p></div>
      <div class="segments" role="radiogroup" aria-label="Time">${range(7, '7 days')}${range(28, '4 weeks')}${range(90, '3 months')}</div></header>
      ${this.problem ? html`<div class="nothing panel" role="alert"><h2>The archives could not be read</h2><p class="faint">${this.problem}</p><button class="button quiet" @click=${() => this.read()}>Try again</button></div>` : this.figures ? this.show() : html`<div class="nothing" role="status"><span class="spinner"></span><p class="faint">${this.done ? `${this.done} conversations read` : 'Reading the archives'}…</p></div>`}</main>`;
  }

  show() {
    const { days, byAgent, byTag } = this.figures;
    const sum = (of) => days.reduce((total, day) => total + of(day), 0);
    const chats = sum((day) => day.chats);
    const good = sum((day) => day.good);
    const bad = sum((day) => day.bad);
    const wait = median(days.flatMap((day) => day.responseSeconds));
    const tile = (label, value, more) => html`<div class="tile"><span class="faint small">${label}</span><strong>${value}</strong><span class="faint small">${more}</span></div>`;
    return html`<div class="tiles">
        ${tile('Conversations', chats, `${(chats / days.length).toFixed(1)} a day`)}
        ${tile('First response', wait === undefined ? '–' : duration(wait), 'median')}
        ${tile('Satisfaction', good + bad ? `${Math.round((good / (good + bad)) * 100)} %` : '–', `${good + bad} ratings`)}
        ${tile('Answered', chats ? `${Math.round((sum((day) => day.answered) / chats) * 100)} %` : '–', 'of all conversations')}</div>
      ${plot('Conversations a day', days, bars(days, [['chats', (day) => day.chats, 'first']], String))}
      ${plot('First response, median of each day', days, line(days, (day) => median(day.responseSeconds), duration))}
      ${plot('Ratings a day', days, bars(days, [['good', (day) => day.good, 'good'], ['bad', (day) => day.bad, 'bad']], String), html`<span class="key good">good</span><span class="key bad">bad</span>`)}
      <div class="two">${this.agents(byAgent)}${this.tags(byTag)}</div>`;
  }

  agents(byAgent) {
    return html`<section class="panel"><h2>Agents</h2>${byAgent.size ? html`<table><thead><tr><th scope="col">Agent</th><th scope="col">Conversations</th><th scope="col">Good</th><th scope="col">Bad</th></tr></thead><tbody>
      ${[...byAgent].sort((one, other) => other[1].chats - one[1].chats).map(([id, each]) => {
    const agent = this.app.agents.get(id) ?? { id, name: id };
    return html`<tr><td><span class="cell">${avatar(agent, '1.75rem')}${agent.name}</span></td><td>${each.chats}</td><td>${each.good}</td><td>${each.bad}</td></tr>`;
  })}</tbody></table>` : html`<p class="faint">No answers yet.</p>`}</section>`;
  }

  tags(byTag) {
    const most = byTag[0]?.[1] ?? 1;
    return html`<section class="panel"><h2>Tags</h2>${byTag.length ? html`<ul class="bars">${byTag.slice(0, 10).map(([tag, count]) => html`<li><span>${tag}</span><span class="bar"><i .style=${`width:${(count / most) * 100}%`}></i></span><b>${count}</b></li>`)}</ul>`
      : html`<p class="faint">No tags yet.</p>`}</section>`;
  }
}

function plot(title, days, drawing, key = nothing) {
  return html`<section class="panel"><h2>${title}<span class="keys-of-plot">${key}</span></h2><svg class="plot" viewBox=${`0 0 ${width} ${HEIGHT}`} role="img" aria-label=${title}>${drawing}${axis(days)}</svg></section>`;
}

function axis(days) {
  const every = Math.ceil(days.length / (width / 140));
  return days.map((day, index) => (days.length - 1 - index) % every === 0
    ? svg`<text class="tick" x=${middle(days, index)} y=${HEIGHT - 6} text-anchor="middle">${label(day.day)}</text>` : nothing);
}

function label(day) {
  return new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(new Date(day));
}

function middle(days, index) {
  return LEFT + ((index + 0.5) * (width - LEFT)) / days.length;
}

function grid(most, say) {
  return [0, 0.5, 1].map((part) => {
    const y = height(part * most, most);
    return svg`<line class="grid" x1=${LEFT} x2=${width} y1=${y} y2=${y}></line><text class="tick" x=${LEFT - 8} y=${y + 4} text-anchor="end">${say(part * most)}</text>`;
  });
}

function height(value, most) {
  return HEIGHT - BOTTOM - (value / most) * (HEIGHT - BOTTOM - 14);
}

/** A bar for each day, of parts on one another. */
function bars(days, parts, say) {
  const most = even(Math.max(1, ...days.map((day) => parts.reduce((sum, [, of]) => sum + of(day), 0))));
  const thick = Math.min(28, ((width - LEFT) / days.length) * 0.66);
  return [grid(most, say), days.map((day, index) => {
    let below = 0;
    return parts.map(([name, of, kind]) => {
      const value = of(day);
      const top = height(below + value, most);
      const bottom = height(below, most);
      below += value;
      return value ? svg`<rect class=${kind} x=${middle(days, index) - thick / 2} y=${top} width=${thick} height=${Math.max(1, bottom - top)} rx="2"><title>${label(day.day)}: ${value} ${name}</title></rect>` : nothing;
    });
  })];
}

/** A point for each day that has a value, joined. */
function line(days, of, say) {
  const values = days.map(of);
  const most = round(Math.max(10, ...values.filter((value) => value !== undefined)));
  const points = values.map((value, index) => (value === undefined ? null : [middle(days, index), height(value, most), value, days[index].day])).filter(Boolean);
  return [grid(most, say), svg`<polyline class="line" points=${points.map(([x, y]) => `${x},${y}`).join(' ')}></polyline>`,
    points.map(([x, y, value, day]) => svg`<circle class="dot" cx=${x} cy=${y} r="3.500"><title>${label(day)}: ${say(value)}</title></circle>`)];
}

/** The next length of time above it that is said in few words, as its half is. */
function round(seconds) {
  return STEPS.find((step) => step >= seconds) ?? Math.ceil(seconds / 7200) * 7200;
}

function even(number) {
  return number % 2 ? number + 1 : number;
}
