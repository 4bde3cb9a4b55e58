/** Registers webhooks that come back to this server, and shows what was caught. */
import { html, render, repeat } from '../shared/template.js';
import { full } from '../shared/time.js';

const ACTIONS = ['incoming_chat_thread', 'incoming_event', 'thread_closed', 'chat_thread_tagged'];
const address = `${location.origin}/demo/webhooks/catch`;
const state = document.getElementById('state');
document.getElementById('address').textContent = address;

document.getElementById('register').addEventListener('click', async () => {
  for (const action of ACTIONS) {
    const answer = await fetch('/v3.1/configuration/action/register_webhook', {
      method: 'POST', headers: { Authorization: 'Bearer dal:demo-anna', 'Content-Type': 'application/json' },
      body: JSON.stringify({ action, url: address, secret_key: 'demo', description: 'Shown on the demo’s page' }),
    });
    if (!answer.ok) {
      state.textContent = (await answer.json().catch(() => ({}))).error?.message ?? `The server refused (${answer.status}).`;
      return;
    }
  }
  state.textContent = `Registered: ${ACTIONS.join(', ')}. Say something in a chat.`;
});

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function title(body) {
  try {
    return JSON.parse(body).action;
  } catch {
    return 'A request';
  }
}

async function look() {
  const answer = await fetch('/demo/webhooks/caught').catch(() => null);
  const { caught } = answer?.ok ? await answer.json() : { caught: [] };
  render(caught.length ? repeat(caught, (each) => each.number, (each) => html`<article><h3>${title(each.body)}<span class="faint small">${full(each.at)}</span></h3><pre>${pretty(each.body)}</pre></article>`)
    : html`<p class="faint">Nothing has come yet.</p>`, document.getElementById('caught'));
  setTimeout(look, 1_000);
}

look();
