/**
 * Signing in by the authorization server: a code with PKCE, for the application that the server
 * itself registers in each license. Tokens live as long as the tab, and are renewed in silence.
 *
 * Refresh tokens are good once: whoever shows one a second time ends them all. So a tab renews once
 * however many ask, and a copy of a tab, which has the first one's tokens, gets some of its own.
 *
 * @typedef {{token: string, refresh?: string, until: number, tab: string}} Kept
 */
const CLIENT_ID = 'parley-agent-app';
const KEY = 'parley:agent';
const PENDING = 'parley:agent:pending';
const REDIRECT = `${location.origin}/agent/`;
const MARGIN_MILLIS = 60_000;

/** @type {Promise<string | null> | null} */
let renewing = null;

/** The token of whoever is signed in; leaves for the sign-in page if nobody is. @returns {Promise<string>} */
export async function signedIn() {
  const query = new URLSearchParams(location.search);
  if (query.has('code')) {
    await finish(query);
  } else if (read() && !(await isThisTab(read().tab))) {
    sessionStorage.removeItem(KEY);
  }
  const token = await accessToken(false);
  if (!token) {
    await leave();
    return new Promise(() => {}); // The page is on its way elsewhere.
  }
  return token;
}

/** A token that is still good, or null. @param {boolean} refused whether the one at hand is no good */
export async function accessToken(refused) {
  const kept = read();
  if (!kept) {
    return null;
  }
  if (!refused && kept.until > Date.now() + MARGIN_MILLIS) {
    return kept.token;
  }
  renewing ??= (kept.refresh ? refreshed(kept.refresh) : Promise.resolve(null)).finally(() => (renewing = null));
  return renewing;
}

/** When the token at hand ends, in milliseconds since 1970; null without one. */
export function endOfToken() {
  return read()?.until ?? null;
}

/** Whether no other tab lives under that name. Holds the name as long as this one lives. @param {string} name @returns {Promise<boolean>} */
function isThisTab(name) {
  return navigator.locks ? new Promise((resolve) => {
    navigator.locks.request(`${KEY}:${name}`, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock && new Promise(() => {});
    });
  }) : Promise.resolve(true);
}

/** Forgets the token, here and on the server, and signs in anew. */
export async function signOut() {
  const kept = read();
  sessionStorage.removeItem(KEY);
  if (kept?.refresh) {
    await fetch('/accounts/token', { method: 'DELETE', headers: { Authorization: `Bearer ${kept.token}` } }).catch(() => {});
  }
  await leave(true);
}

/** Goes to the sign-in page. @param {boolean} [anew] even if the browser is signed in already */
export async function leave(anew = false) {
  const verifier = randomText();
  const state = randomText();
  sessionStorage.setItem(PENDING, JSON.stringify({ verifier, state, hash: location.hash }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const query = new URLSearchParams({
    response_type: 'code', client_id: CLIENT_ID, redirect_uri: REDIRECT, state,
    code_challenge: base64Url(new Uint8Array(digest)), code_challenge_method: 'S256',
  });
  location.assign(`/accounts/${anew ? 'signin' : ''}?${query}`);
}

async function finish(query) {
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null');
  sessionStorage.removeItem(PENDING);
  history.replaceState(null, '', `/agent/${pending?.hash ?? ''}`);
  if (pending?.state === query.get('state')) {
    await exchange({ grant_type: 'authorization_code', code: query.get('code'), redirect_uri: REDIRECT, code_verifier: pending.verifier });
  }
}

async function refreshed(refreshToken) {
  const done = await exchange({ grant_type: 'refresh_token', refresh_token: refreshToken });
  return done ? read().token : null;
}

async function exchange(grant) {
  const answer = await fetch('/accounts/v2/token', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ client_id: CLIENT_ID, ...grant }),
  });
  if (answer.status === 429 || answer.status >= 500) {
    throw new Error(`The server can't sign anybody in just now (${answer.status})`);
  }
  if (!answer.ok) {
    sessionStorage.removeItem(KEY);
    return false;
  }
  const body = await answer.json();
  const tab = read()?.tab ?? randomText();
  keep({ token: body.access_token, refresh: body.refresh_token, until: Date.now() + body.expires_in * 1000, tab });
  isThisTab(tab);
  return true;
}

function read() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
}

function keep(kept) {
  sessionStorage.setItem(KEY, JSON.stringify(kept));
}

function randomText() {
  return base64Url(crypto.getRandomValues(new Uint8Array(32)));
}

function base64Url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
