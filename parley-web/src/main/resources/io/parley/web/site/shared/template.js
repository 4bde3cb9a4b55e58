/** The template library, in one place. */
export { html, nothing, render, svg } from '../lib/lit-html/lit-html.js';
export { repeat } from '../lib/lit-html/directives/repeat.js';
export { guard } from '../lib/lit-html/directives/guard.js';
export { live } from '../lib/lit-html/directives/live.js';
export { ref } from '../lib/lit-html/directives/ref.js';
