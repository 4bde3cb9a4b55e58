/** Forms: surveys before and after a chat, and the message that is left when nobody is there. */
import { html, nothing } from '../shared/template.js';
import { icon } from '../shared/icons.js';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A form as the server describes it. */
export class Form {
  /**
   * @param {any} form
   * @param {import('./chat.js').Chat} chat
   * @param {(key: string) => string} say
   * @param {() => void} changed
   * @param {(fields: any[], found: {customer: any, group?: number}) => Promise<void>} send
   * @param {{title?: string, submit?: string, leave?: () => void}} [look]
   */
  constructor(form, chat, say, changed, send, look = {}) {
    this.form = form;
    this.chat = chat;
    this.say = say;
    this.changed = changed;
    this.send = send;
    this.look = look;
    this.problems = {};
    this.trouble = '';
    this.busy = false;
  }

  show() {
    const { say, look } = this;
    return html`<form class="survey" novalidate @submit=${(event) => this.submit(event)}>
      ${look.leave ? html`<button type="button" class="icon-button" aria-label=${say('back')} @click=${look.leave}>${icon('back')}</button>` : nothing}
      <h2>${say(look.title ?? 'after')}</h2>
      ${this.form.fields.map((field) => this.field(field))}
      ${this.trouble ? html`<p class="problem" role="alert">${this.trouble}</p>` : nothing}
      <button class="button wide" ?disabled=${this.busy}>${say(look.submit ?? 'submit')}</button></form>`;
  }

  field(field) {
    const id = `field-${field.id}`;
    const problem = this.problems[field.id];
    const label = html`${field.label}${field.required ? html`<span aria-hidden="true"> *</span>` : nothing}`;
    const error = problem ? html`<span class="problem" id=${`${id}-problem`}>${this.say(problem)}</span>` : nothing;
    const common = { id, name: field.id, required: field.required, problem, describedBy: problem ? `${id}-problem` : nothing };
    switch (field.type) {
      case 'header':
        return html`<p class="form-header">${field.label}</p>`;
      case 'rating':
        return html`<fieldset class="field"><legend>${label}</legend><div class="rating-choice">${[['1', 'like', 'good'], ['0', 'dislike', 'bad']].map(([value, drawing, word]) => html`<label class="choice">
          <input type="radio" name=${field.id} value=${value}>${icon(drawing, 18)}${this.say(word)}</label>`)}</div>${error}</fieldset>`;
      case 'checkbox':
      case 'radio':
        return html`<fieldset class="field"><legend>${label}</legend>${(field.options ?? []).map((option, index) => html`<label class="choice">
          <input type=${field.type} name=${field.id} value=${option.id ?? index} ?checked=${option.checked}>${option.label}</label>`)}${error}</fieldset>`;
      case 'select':
      case 'group_chooser':
        return html`<div class="field"><label for=${id}>${label}</label><select class="input" id=${id} name=${field.id} aria-invalid=${!!problem} aria-describedby=${common.describedBy}>
          <option value="">${this.say('choose')}</option>${(field.options ?? []).map((option, index) => html`<option value=${option.group_id ?? option.id ?? index}>${option.label}</option>`)}</select>${error}</div>`;
      case 'textarea':
        return html`<div class="field"><label for=${id}>${label}</label><textarea class="input" id=${id} name=${field.id} maxlength="4000" dir="auto" aria-invalid=${!!problem} aria-describedby=${common.describedBy}></textarea>${error}</div>`;
      default:
        return html`<div class="field"><label for=${id}>${label}</label><input class="input" id=${id} name=${field.id} maxlength="500" dir="auto" type=${field.type === 'email' ? 'email' : 'text'}
          autocomplete=${field.type === 'email' ? 'email' : field.type === 'name' ? 'name' : nothing} .defaultValue=${this.known(field)} aria-invalid=${!!problem} aria-describedby=${common.describedBy} ?required=${field.required}>${error}</div>`;
    }
  }

  known(field) {
    const { name, email } = this.chat.customer;
    return (field.type === 'name' ? name : field.type === 'email' ? email : '') ?? '';
  }

  async submit(event) {
    event.preventDefault();
    const data = new FormData(event.target);
    this.check(data);
    const wrong = Object.keys(this.problems)[0];
    if (wrong) {
      this.changed();
      event.target.querySelector(`[name="${CSS.escape(wrong)}"]`)?.focus();
      return;
    }
    const fields = this.form.fields.filter((field) => field.type !== 'header').map((field) => this.filled(field, data)).filter(Boolean);
    const answerTo = (type) => fields.find((field) => field.type === type)?.answer;
    this.busy = true;
    this.trouble = '';
    this.changed();
    try {
      const rating = this.form.fields.find((field) => field.type === 'rating' && data.get(field.id));
      if (rating) {
        await this.chat.rate(Number(data.get(rating.id)), '');
      }
      await this.send(fields, { customer: { name: answerTo('name'), email: answerTo('email') }, group: answerTo('group_chooser')?.group_id });
    } catch (error) {
      this.trouble = error.message;
    }
    this.busy = false;
    this.changed();
  }

  check(data) {
    this.problems = {};
    for (const field of this.form.fields) {
      const values = data.getAll(field.id).map((value) => value.trim()).filter(Boolean);
      if (field.required && values.length === 0) {
        this.problems[field.id] = 'required';
      } else if (field.type === 'email' && values.length > 0 && !EMAIL.test(values[0])) {
        this.problems[field.id] = 'badEmail';
      }
    }
  }

  filled(field, data) {
    const values = data.getAll(field.id).map((value) => value.trim()).filter(Boolean);
    const { type, id, label } = field;
    const option = (value) => (field.options ?? []).find((each, index) => String(each.group_id ?? each.id ?? index) === value);
    if (values.length === 0) {
      return null;
    }
    switch (type) {
      case 'rating':
        return null; // A rating is a property of the thread, not an answer.
      case 'checkbox':
        return { type, id, label, answers: values.map((value) => ({ id: value, label: option(value).label })) };
      case 'radio':
      case 'select':
        return { type, id, label, answer: { id: values[0], label: option(values[0]).label } };
      case 'group_chooser':
        return { type, id, label, answer: { group_id: Number(values[0]), label: option(values[0]).label } };
      default:
        return { type, id, label, answer: values[0] };
    }
  }
}

/** The form for a message when nobody is there: begins a chat that waits for an agent to come. */
export function offlineForm(chat, say, changed, done) {
  const form = {
    id: 'offline',
    fields: [
      { id: 'intro', type: 'header', label: say('offlineIntro') },
      { id: 'name', type: 'name', label: say('name') },
      { id: 'email', type: 'email', label: say('email'), required: true },
      { id: 'message', type: 'textarea', label: say('message'), required: true },
    ],
  };
  return new Form(form, chat, say, changed, async (fields, found) => {
    const text = fields.find((field) => field.id === 'message').answer;
    chat.visitor.introduce(found.customer);
    await chat.begin([{ type: 'message', text, recipients: 'all' }], { continuous: true, properties: { routing: { offline_message: { value: true } } } });
    done();
  }, { title: 'offline', submit: 'leave' });
}
