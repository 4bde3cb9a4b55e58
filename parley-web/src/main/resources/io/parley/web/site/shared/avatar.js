import { html } from './template.js';
import { hue, initials, safeAddress } from './text.js';

/** Somebody's picture, or the letters of the name. @param {{id?: string, name?: string, avatar?: string} | undefined} user @param {string} [size] */
export function avatar(user, size = '2.25rem') {
  const picture = user?.avatar && safeAddress(/^\w+:|^\//.test(user.avatar) ? user.avatar : `https://${user.avatar}`);
  return html`<span class="avatar" aria-hidden="true" .style=${`--size:${size};--hue:${hue(user?.id ?? user?.name ?? '')}`}>
    ${picture ? html`<img src=${picture} alt="">` : initials(user?.name)}</span>`;
}
