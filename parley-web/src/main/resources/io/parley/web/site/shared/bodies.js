/**
 * What events hold, as both apps show it.
 *
 * @typedef {object} BodyContext
 * @property {(key: string) => string} say a text in the reader's language
 * @property {(event: any, button: any) => void} [press] a button of a rich message was pressed; absent: buttons only show
 * @property {(event: any) => any} [preview] what a link in a message leads to
 * @property {(file: any) => void} [enlarge] shows a picture large
 */
import { html, nothing, repeat } from './template.js';
import { fileSize, isOnlyEmoji, linked, safeAddress } from './text.js';
import { icon } from './icons.js';

/** @param {any} event @param {BodyContext} context */
export function body(event, context) {
  switch (event.type) {
    case 'message':
      return message(event, context);
    case 'file':
      return file(event, context);
    case 'rich_message':
      return rich(event, context);
    case 'filled_form':
      return form(event, context);
    default:
      return html`<div class="bubble faint">${context.say('unknownEvent')}</div>`;
  }
}

/** One line that stands for an event, for lists. @param {any} event @param {(key: string) => string} say */
export function summary(event, say) {
  switch (event?.type) {
    case 'message':
    case 'system_message':
      return event.text ?? '';
    case 'file':
      return event.name ?? say('file');
    case 'rich_message':
      return event.elements?.[0]?.title || say('card');
    case 'filled_form':
      return say('filledForm');
    default:
      return '';
  }
}

function message(event, context) {
  const plain = isOnlyEmoji(event.text);
  return html`<div class=${plain ? 'bubble bare' : 'bubble'} dir="auto">${linked(event.text)}</div>
    ${plain ? nothing : context.preview?.(event) ?? nothing}`;
}

function file(event, context) {
  const address = safeAddress(event.url);
  const picture = event.thumbnail_url && safeAddress(event.thumbnail_url);
  if (picture) {
    const ratio = event.width && event.height ? `${event.width} / ${event.height}` : '4 / 3';
    return html`<a class="picture" href=${address} target="_blank" rel="noopener noreferrer" title=${event.name}>
      <img src=${safeAddress(event.thumbnail2x_url) ?? picture} alt=${event.name} loading="lazy" .style=${`aspect-ratio:${ratio}`}></a>`;
  }
  return html`<a class="bubble file" href=${address} target="_blank" rel="noopener noreferrer" download>
    <span class="file-icon">${icon('file')}</span>
    <span><span class="file-name">${event.name}</span><span class="faint small">${fileSize(event.size)}</span></span></a>`;
}

function form(event, context) {
  return html`<div class="bubble form-answers"><strong>${context.say('filledForm')}</strong>
    <dl>${event.fields.filter((field) => answer(field)).map((field) => html`<dt>${field.label}</dt><dd dir="auto">${answer(field)}</dd>`)}</dl></div>`;
}

/** The answer to a field of a form, as text. @param {any} field @returns {string} */
export function answer(field) {
  if (field.answers) {
    return field.answers.map((each) => each.label).join(', ');
  }
  return typeof field.answer === 'object' ? field.answer?.label ?? '' : String(field.answer ?? '');
}

function rich(event, context) {
  switch (event.template_id) {
    case 'sticker':
      return html`${event.elements.map((element) => element.image
        ? html`<img class="sticker" src=${safeAddress(element.image.url)} alt=${element.title ?? ''}>` : nothing)}`;
    case 'quick_replies':
      return quickReplies(event, context);
    default:
      return html`<div class="cards" role="list" tabindex=${event.elements.length > 1 ? 0 : nothing}>
        ${event.elements.map((element) => card(event, element, context))}</div>`;
  }
}

function quickReplies(event, context) {
  const [element] = event.elements;
  const answered = element?.buttons?.some((button) => button.user_ids?.length);
  return html`${element?.title ? html`<div class="bubble" dir="auto">${linked(element.title)}</div>` : nothing}
    ${answered && context.press ? nothing : html`<div class="quick-replies">
      ${(element?.buttons ?? []).map((one) => button(event, one, context, 'chip'))}</div>`}`;
}

function card(event, element, context) {
  return html`<div class="card" role="listitem">
    ${element.image ? html`<img src=${safeAddress(element.image.url)} alt=${element.image.name ?? ''} loading="lazy">` : nothing}
    ${element.title || element.subtitle ? html`<div class="card-text">
      ${element.title ? html`<strong dir="auto">${element.title}</strong>` : nothing}
      ${element.subtitle ? html`<p dir="auto">${linked(element.subtitle)}</p>` : nothing}</div>` : nothing}
    ${repeat(element.buttons ?? [], (one, index) => index, (one) => button(event, one, context, 'card-button'))}</div>`;
}

function button(event, one, context, kind) {
  const pressed = one.user_ids?.length > 0;
  const press = () => context.press?.(event, one);
  const address = one.type === 'phone' ? `tel:${one.value}` : one.type === 'url' ? safeAddress(one.value) : undefined;
  if (address) {
    return html`<a class=${kind} href=${address} target=${one.type === 'url' ? '_blank' : nothing} rel="noopener noreferrer"
      @click=${press}>${one.text}</a>`;
  }
  return html`<button type="button" class=${kind} aria-pressed=${pressed} ?disabled=${!context.press} @click=${press}>
    ${pressed ? icon('check', 16) : nothing}${one.text}</button>`;
}

/** What a link leads to, as the server tells. @param {any} details */
export function linkPreview(details) {
  const address = safeAddress(details.url);
  const picture = details.image_url && safeAddress(/^\w+:|^\//.test(details.image_url) ? details.image_url : `https://${details.image_url}`);
  return address && details.title ? html`<a class="link-preview" href=${address} target="_blank" rel="noopener noreferrer">
    ${picture ? html`<img src=${picture} alt="" loading="lazy">` : nothing}
    <span><strong>${details.title}</strong>${details.description ? html`<span class="faint small">${details.description}</span>` : nothing}
    <span class="faint small">${new URL(address).hostname}</span></span></a>` : nothing;
}
