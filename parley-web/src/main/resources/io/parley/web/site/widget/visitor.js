/**
 * Who the visitor is and which page they are on: as the website or a form says, and as the server
 * knows it.
 */
export class Visitor {
  /** @param {import('../shared/rtm.js').RtmClient} rtm */
  constructor(rtm) {
    this.rtm = rtm;
    this.page = { url: '', title: '', referrer: '' };
    /** @type {{id: string, name: string, email: string, [detail: string]: any}} */
    this.customer = { id: '', name: '', email: '' };
    /** What was said here, for the server to take over at each login. */
    this.wanted = {};
  }

  /** The visitor's part of a login. */
  introduction() {
    return {
      customer: this.wanted,
      customer_page: this.page.url ? { url: this.page.url, title: this.page.title } : undefined,
      referrer: this.page.referrer || undefined,
      is_mobile: screen.width <= 480,
    };
  }

  /** Takes in what the server tells of the customer. @param {{id: string, name?: string, email?: string}} told */
  learn({ id, name, email }) {
    this.customer = { ...this.customer, id, name: name ?? this.customer.name, email: email ?? this.customer.email };
  }

  /** Says who the customer is. @param {{name?: string, email?: string, fields?: object}} details */
  introduce(details) {
    const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined && value !== ''));
    this.wanted = { ...this.wanted, ...known };
    this.customer = { ...this.customer, ...known };
    if (this.rtm.online && Object.keys(known).length > 0) {
      this.rtm.request('update_customer', known).catch(() => {});
    }
  }

  /** The visitor is on another page. @param {{url: string, title: string, referrer: string}} page */
  visit(page) {
    this.page = page;
    if (this.rtm.online && page.url) {
      this.rtm.request('update_customer_page', { url: page.url, title: page.title || undefined }).catch(() => {});
    }
  }
}
