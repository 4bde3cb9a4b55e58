/** Registers webhooks that come back to this server, and shows what was caught. */
import { html, render, repeat } from '../shared/template.js';
import { full } from '../shared/time.js';

const ACTIONS = ['incoming_chat_thread', 'incoming_event', 'thread_closed', 'chat_thread_tagged'];
const address = `${location.origin}/demo/webhooks/catch`;
const headers = { Authorization: 'Bearer dal:demo-anna', 'Content-Type': 'application/json' };
const state = document.getElementById('state');
document.getElementById('address').textContent = address;

const tell = (actions) => (state.textContent = `Registered: ${actions.join(', ')}. Say something in a chat.`);

document.getElementById('register').addEventListener('click', async () => {
  const known = await registered();
  for (const action of ACTIONS.filter((each) => !known.includes(each))) {
    const answer = await fetch('/v3.1/configuration/action/register_webhook', {
      method: 'POST', headers, body: JSON.stringify({ action, url: address, secret_key: 'demo', description: 'Shown on the demo’s page' }),
    });
    if (!answer.ok) {
      state.textContent = (await answer.json().catch(() => ({}))).error?.message ?? `The server refused (${answer.status}).`;
      return;
    }
  }
  tell(ACTIONS);
});

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function parsed(body) {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}

/** A few words of what it is about. */
function about({ payload }) {
  return payload?.event?.text ?? payload?.tag ?? payload?.chat?.users?.find((user) => user.type === 'customer')?.name ?? payload?.chat_id ?? '';
}

function article(each) {
  const webhook = parsed(each.body);
  return html`<article><details><summary><strong>${webhook.action ?? 'A request'}</strong><span class="said">${about(webhook)}</span>
    <span class="faint small">${full(each.at)}</span></summary><pre tabindex="0">${pretty(each.body)}</pre></details></article>`;
}

async function look() {
  const answer = await fetch('/demo/webhooks/caught').catch(() => null);
  const { caught } = answer?.ok ? await answer.json() : { caught: [] };
  render(caught.length ? repeat(caught, (each) => each.number, article)
    : html`<p class="nothing">Nothing has come yet. Register, and say something in a chat.</p>`, document.getElementById('caught'));
  setTimeout(look, 1_000);
}

/** What an earlier visit has registered stays registered. */
async function registered() {
  const answer = await fetch('/v3.1/configuration/action/get_webhooks_config', { method: 'POST', headers, body: '{}' });
  const webhooks = answer.ok ? await answer.json() : [];
  return ACTIONS.filter((action) => webhooks.some?.((each) => each.action === action && each.url === address));
}

registered().then((actions) => actions.length && tell(actions));
look();
