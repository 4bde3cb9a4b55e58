/** The customers who are on the site now, as far as pushes and their last visits tell. */

const RECENT_MILLIS = 30 * 60_000;

export class Traffic {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    /** @type {Map<string, any>} */
    this.visitors = new Map();
  }

  /** Reads who came lately: 3.1 has no list of who is there. */
  async read() {
    const answer = await this.app.rtm.request('get_customers', { limit: 100 }).catch(() => null);
    const since = new Date(Date.now() - RECENT_MILLIS).toISOString();
    answer?.customers.filter((customer) => customer.last_visit?.started_at > since && !customer.last_visit.ended_at)
      .forEach((customer) => this.visitors.set(customer.id, { ...customer, since: customer.last_visit.started_at, page: customer.last_visit.last_pages?.at(-1) }));
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
