/**
 * Who this browser is to the license: the customer's token.
 *
 * The token is kept in the frame's own storage, so that the visitor stays the same customer where
 * browsers keep cookies of other sites away, and so that all tabs share one. Some browsers give a
 * frame no storage (private windows do): there the website keeps it.
 */
const CLIENT_ID = 'parley-chat-widget';
const MARGIN_MILLIS = 60_000;

export class Session {
  /** @param {{license: string, clientId?: string, lend: (value: any) => void}} widget */
  constructor({ license, clientId, lend }) {
    this.lend = lend;
    this.license = license;
    this.clientId = clientId || CLIENT_ID;
    this.key = `parley:${license}:${this.clientId}`;
    this.kept = this.read();
  }

  /** @param {boolean} refused whether the token that was given last is no good @returns {Promise<string>} */
  async token(refused = false) {
    this.kept = this.read() ?? this.kept;
    const good = () => !refused && this.kept && this.kept.until > Date.now() + MARGIN_MILLIS;
    if (good()) {
      return this.kept.token;
    }
    return this.alone(() => {
      this.kept = this.read() ?? this.kept;
      return good() ? this.kept.token : this.fetchToken();
    });
  }

  /** Tabs that begin at the same time wait for each other, so as to be one customer; where browsers let them. */
  async alone(task) {
    let begun = false;
    try {
      return await navigator.locks.request(this.key, () => {
        begun = true;
        return task();
      });
    } catch (error) {
      if (begun) {
        throw error;
      }
      return task();
    }
  }

  async fetchToken() {
    const answer = await fetch('/customer/token', {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ grant_type: 'cookie', client_id: this.clientId, license_id: Number(this.license), response_type: 'token' }),
    });
    const body = await answer.json();
    if (!answer.ok) {
      throw Object.assign(new Error(body.error_description ?? 'No token'), { type: answer.status >= 500 || answer.status === 429 ? 'offline' : 'authorization' });
    }
    this.keep({ token: body.access_token, until: Date.now() + body.expires_in * 1000 });
    return body.access_token;
  }

  /** Takes what the website has kept. @param {any} value */
  borrow(value) {
    this.kept ??= value;
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? 'null');
    } catch {
      return null;
    }
  }

  keep(value) {
    this.kept = value;
    try {
      localStorage.setItem(this.key, JSON.stringify(value));
    } catch {
      this.lend(value);
    }
  }
}
