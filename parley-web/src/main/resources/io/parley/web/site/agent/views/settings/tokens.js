import { html, nothing } from '../../../shared/template.js';

/** How programs get tokens. @param {import('../../model/app.js').App} app */
export function tokens(app) {
  return html`<section class="panel"><h2>Your access tokens</h2><p>With a token of yours, a program acts for you: it does what you may do, or less if you say so. You see each token once, when you make it, and can revoke it at any time.</p>
    <p><a class="button" href="/accounts/tokens" target="_blank">Make and revoke tokens</a></p>
    <p class="faint">Use your account id and the token as user and password of Basic authorization. Operators can do the same by <code>bin/parley token</code>.</p></section>
    ${app.me.permission === 'normal' ? nothing : html`<section class="panel"><h2>Applications</h2><p>An application signs agents in by OAuth 2. Whoever runs the server registers one with:</p>
    <pre class="snippet" tabindex="0"><code>bin/parley client add --license ${app.license.id} --name "My app" --redirect-uri https://my-app.example/callback --scope chats--all:rw</code></pre></section>`}`;
}
