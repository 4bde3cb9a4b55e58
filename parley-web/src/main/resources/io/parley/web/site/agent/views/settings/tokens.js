import { html } from '../../../shared/template.js';

/** How programs get tokens. @param {import('../../model/app.js').App} app */
export function tokens(app) {
  return html`<section class="panel"><h2>Tokens</h2><p>Personal access tokens let programs act for an agent. They are made on the server, and shown once:</p>
    <pre class="snippet" tabindex="0"><code>bin/parley token create --license ${app.license.id} --agent ${app.me.id} --name laptop --scope chats--all:rw</code></pre>
    <p class="faint">Use the account id and the token as user and password of Basic authorization.</p></section>
    <section class="panel"><h2>Applications</h2><p>An application signs agents in by OAuth 2. Register one with:</p>
    <pre class="snippet" tabindex="0"><code>bin/parley client add --license ${app.license.id} --name "My app" --redirect-uri https://my-app.example/callback --scope chats--all:rw</code></pre></section>`;
}
