import { html } from '../../../shared/template.js';

/** How the widget comes onto a website. @param {import('../../model/app.js').App} app */
export function widget(app) {
  const snippet = `<script async src="${location.origin}/widget.js" data-license="${app.license.id}"></script>`;
  const copy = async () => {
    await navigator.clipboard.writeText(snippet);
    app.say('Copied');
  };
  return html`<section class="panel"><h2>Chat Widget</h2><p>Put this line before <code>&lt;/body&gt;</code> on every page of your website:</p>
    <pre class="snippet" tabindex="0"><code>${snippet}</code></pre><button class="button" @click=${copy}>Copy</button></section>
    <section class="panel"><h2>What it can be told</h2><dl class="facts wide"><dt><code>data-group="1"</code></dt><dd>Chats go to that group</dd><dt><code>data-color="#0a7d4f"</code></dt><dd>Your colour</dd><dt><code>data-side="left"</code></dt><dd>The corner</dd>
      <dt><code>data-lang="de"</code></dt><dd>The language; else that of the page</dd><dt><code>Parley.open()</code></dt><dd>Opens the chat, from a button of your own</dd><dt><code>Parley.setCustomer({name, email})</code></dt><dd>Says who your visitor is</dd>
      <dt><code>Parley.on('message', f)</code></dt><dd>Tells your page what happens: ready, open, close, message, unread, chatStarted, chatEnded, rated</dd></dl></section>`;
}
