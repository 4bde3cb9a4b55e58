/** The Configuration API, over HTTP. */
import { accessToken } from './auth.js';

/** @param {string} action @param {object} [payload] @param {'3.1' | '3.2'} [version] @returns {Promise<any>} */
export async function configure(action, payload = {}, version = '3.2') {
  const answer = await fetch(`/v${version}/configuration/action/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await accessToken(false)}` },
    body: JSON.stringify(payload),
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw Object.assign(new Error(body.error?.message ?? `The server refused (${answer.status})`), { type: body.error?.type, status: answer.status });
  }
  return body;
}
