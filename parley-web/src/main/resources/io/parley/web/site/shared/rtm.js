/**
 * The client of a real-time API, for both apps: one WebSocket that is kept up.
 *
 * - It logs in on every connection, with a token that it asks for anew when the server refuses one.
 * - It connects again by itself, later and later, each time a little off the beat so that many
 *   clients don't come back at once; and immediately when the network returns.
 * - It pings, and gives up a connection on which nothing has been heard.
 * - It answers each request once: with the response, or with an error after a time.
 * - It does not repeat requests: who sends something tells by its `custom_id` after the next login
 *   whether it arrived (see `timeline.js`). `login` is where everything that was missed is caught up.
 *
 * @typedef {'connecting' | 'online' | 'waiting' | 'stopped'} ConnectionState
 *
 * @typedef {object} RtmOptions
 * @property {string} url
 * @property {string} goodbye the push by which the server says why it closes
 * @property {(refused: boolean) => Promise<string>} token gives a token; a new one if the last was refused
 * @property {(token: string, again: boolean) => object} login the payload of a login
 * @property {(payload: any, again: boolean) => void} onLogin each time the connection is ready
 * @property {(action: string, payload: any, requestId?: string) => void} onPush
 * @property {(state: ConnectionState, detail: {reason?: string, retryInMillis?: number}) => void} onState
 */

const REQUEST_TIMEOUT_MILLIS = 15_000;
const PING_MILLIS = 15_000;
const SILENCE_MILLIS = 25_000;
const FIRST_WAIT_MILLIS = 400;
const LONGEST_WAIT_MILLIS = 20_000;
const STABLE_MILLIS = 10_000;

/** Reasons of the server after which coming back would not help. */
const FINAL_REASONS = new Set([
  'access_token_revoked', 'agent_disconnected_by_server', 'customer_banned', 'license_expired',
  'license_not_found', 'logged_out_remotely', 'misdirected_connection', 'product_version_changed',
  'unsupported_version',
]);

/** An error that the server answered, or that stands for an answer that did not come. */
export class RtmError extends Error {
  /** @param {string} type @param {string} message @param {any} [data] */
  constructor(type, message, data) {
    super(message);
    this.type = type;
    this.data = data;
  }
}

export class RtmClient {
  /** @param {RtmOptions} options */
  constructor(options) {
    this.options = options;
    /** @type {ConnectionState} */
    this.state = 'stopped';
    /** @type {WebSocket | null} */
    this.socket = null;
    /** @type {Map<string, {resolve: Function, reject: Function, timer: number}>} */
    this.pending = new Map();
    this.lastId = 0;
    this.attempts = 0;
    this.loggedInBefore = false;
    this.lastHeard = 0;
    this.timers = { retry: 0, ping: 0, stable: 0 };
    this.cameBack = () => this.state === 'waiting' && this.open();
    this.wentAway = () => this.drop('offline');
  }

  /** Connects, and stays connected until `stop`. */
  start() {
    addEventListener('online', this.cameBack);
    addEventListener('offline', this.wentAway);
    this.open();
  }

  /** Ends the connection for good. @param {string} [reason] */
  stop(reason) {
    removeEventListener('online', this.cameBack);
    removeEventListener('offline', this.wentAway);
    this.setState('stopped', { reason });
    this.release();
  }

  /** True if requests can be made. */
  get online() {
    return this.state === 'online';
  }

  /**
   * Makes a request.
   *
   * @param {string} action
   * @param {object} [payload]
   * @returns {Promise<any>} the payload of the response
   */
  request(action, payload = {}) {
    return this.online
      ? this.send(action, payload)
      : Promise.reject(new RtmError('offline', 'There is no connection'));
  }

  /** Tries at once instead of waiting. */
  retryNow() {
    if (this.state === 'waiting') {
      this.attempts = 0;
      this.open();
    }
  }

  open() {
    clearTimeout(this.timers.retry);
    this.release();
    this.setState('connecting');
    const socket = new WebSocket(this.options.url);
    this.socket = socket;
    socket.onopen = () => this.logIn(socket, false);
    socket.onmessage = (message) => socket === this.socket && this.receive(message.data);
    socket.onclose = () => socket === this.socket && this.comeAgain('closed');
    this.lastHeard = performance.now();
    this.timers.ping = setInterval(() => this.ping(), PING_MILLIS / 3);
  }

  /** @param {WebSocket} socket @param {boolean} refused */
  async logIn(socket, refused) {
    try {
      const token = await this.options.token(refused);
      if (socket !== this.socket) {
        return;
      }
      const again = this.loggedInBefore;
      const answer = await this.send('login', this.options.login(token, again));
      this.loggedInBefore = true;
      this.timers.stable = setTimeout(() => (this.attempts = 0), STABLE_MILLIS);
      this.setState('online');
      this.options.onLogin(answer, again);
    } catch (error) {
      if (socket !== this.socket) {
        return;
      }
      if (error.type === 'authentication' && !refused) {
        this.logIn(socket, true);
      } else if (isFinal(error)) {
        this.stop(error.type);
      } else {
        this.comeAgain(error.type ?? 'login_failed');
      }
    }
  }

  send(action, payload) {
    const id = String(++this.lastId);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.pending.delete(id);
        reject(new RtmError('request_timeout', 'The server did not answer in time'));
      }, REQUEST_TIMEOUT_MILLIS);
      this.pending.set(id, { resolve, reject, timer });
      this.socket.send(JSON.stringify({ request_id: id, action, payload }));
    });
  }

  receive(text) {
    this.lastHeard = performance.now();
    const frame = JSON.parse(text);
    if (frame.type === 'push') {
      if (frame.action === this.options.goodbye) {
        this.dismissed(frame.payload?.reason);
      } else {
        this.options.onPush(frame.action, frame.payload, frame.request_id);
      }
      return;
    }
    const waiting = this.pending.get(frame.request_id);
    if (!waiting) {
      return;
    }
    this.pending.delete(frame.request_id);
    clearTimeout(waiting.timer);
    if (frame.success) {
      waiting.resolve(frame.payload);
    } else {
      const { type, message, data } = frame.payload?.error ?? {};
      waiting.reject(new RtmError(type ?? 'internal', message ?? 'The request failed', data));
    }
  }

  dismissed(reason) {
    if (FINAL_REASONS.has(reason)) {
      this.stop(reason);
    } else {
      this.comeAgain(reason);
    }
  }

  ping() {
    const silent = performance.now() - this.lastHeard;
    if (silent > SILENCE_MILLIS) {
      this.drop('silence');
    } else if (this.online && silent > PING_MILLIS / 2) {
      this.send('ping', {}).catch(() => {});
    }
  }

  drop(reason) {
    if (this.state === 'online' || this.state === 'connecting') {
      this.comeAgain(reason);
    }
  }

  comeAgain(reason) {
    this.release();
    const most = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** this.attempts++);
    const wait = most / 2 + (Math.random() * most) / 2;
    this.timers.retry = setTimeout(() => this.open(), wait);
    this.setState('waiting', { reason, retryInMillis: wait });
  }

  /** Lets go of the connection, and of everybody who waits for an answer on it. */
  release() {
    clearInterval(this.timers.ping);
    clearTimeout(this.timers.retry);
    clearTimeout(this.timers.stable);
    const socket = this.socket;
    this.socket = null;
    socket?.close();
    for (const { reject, timer } of this.pending.values()) {
      clearTimeout(timer);
      reject(new RtmError('offline', 'The connection was lost'));
    }
    this.pending.clear();
  }

  setState(state, detail = {}) {
    this.state = state;
    this.options.onState(state, detail);
  }
}

/** @param {any} error */
function isFinal(error) {
  return ['authentication', 'authorization', 'customer_banned', 'license_expired', 'license_not_found',
    'signed_out'].includes(error.type);
}

/** The address of a WebSocket of the server that this page came from. @param {string} path */
export function webSocketAddress(path) {
  return location.origin.replace(/^http/, 'ws') + path;
}
