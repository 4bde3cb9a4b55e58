/** The customers who are on the site now, as far as pushes and their last visits tell. */

const RECENT_MILLIS = 30 * 60_000;

export class Traffic {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    /** @type {Map<string, any>} */
    this.visitors = new Map();
  }

  /** Reads who came lately, and whether those who were here still are: 3.1 has no list of who is there. */
  async read() {
    const ask = (request) => this.app.rtm.request('get_customers', { limit: 100, ...request }).then((answer) => answer.customers).catch(() => []);
    const known = [...this.visitors.keys()].slice(-100);
    const [lately, again] = await Promise.all([ask({}), known.length ? ask({ filters: { customer_id: { values: known } } }) : []]);
    const since = new Date(Date.now() - RECENT_MILLIS).toISOString();
    for (const customer of [...lately, ...again]) {
      const visit = customer.last_visit;
      if (visit && !visit.ended_at && (visit.started_at > since || this.visitors.has(customer.id))) {
        this.visitors.set(customer.id, { ...customer, since: visit.started_at, page: visit.last_pages?.at(-1) });
      } else {
        this.visitors.delete(customer.id);
      }
    }
    this.app.changed();
  }

  started(visit) {
    const { customer_id: id, started_at: since, ...rest } = visit;
    this.visitors.set(id, { ...this.visitors.get(id), id, since, last_visit: { ...rest, started_at: since, last_pages: [] } });
    this.look(id);
  }

  moved({ customer_id: id, url, title, opened_at: openedAt }) {
    const page = { url, title, opened_at: openedAt };
    const withPage = (visit) => ({ ...visit, last_pages: [...(visit?.last_pages ?? []), page].slice(-20) });
    const visitor = this.visitors.get(id) ?? { id, since: openedAt };
    this.visitors.set(id, { ...visitor, page, last_visit: withPage(visitor.last_visit) });
    for (const chat of this.app.chats.values()) {
      const user = chat.users.get(id);
      if (user) {
        chat.users.set(id, { ...user, last_visit: withPage(user.last_visit) });
      }
    }
  }

  ended({ customer_id: id }) {
    this.visitors.delete(id);
  }

  known(customer) {
    if (this.visitors.has(customer.id)) {
      this.visitors.set(customer.id, { ...this.visitors.get(customer.id), ...customer });
    }
  }

  /** Asks who somebody is, a moment later: most say so right after they came. */
  look(id) {
    setTimeout(async () => {
      const answer = await this.app.rtm.request('get_customers', { limit: 1, filters: { customer_id: { values: [id] } } }).catch(() => null);
      if (answer?.customers[0]) {
        this.known(answer.customers[0]);
        this.app.changed();
      }
    }, 800);
  }

  /** @returns {any[]} the latest first */
  get list() {
    return [...this.visitors.values()].sort((one, other) => (one.since < other.since ? 1 : -1));
  }
}
