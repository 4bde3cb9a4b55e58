/**
 * What was begun and has not been sent outlives a reload and a new sign-in in the same tab: drafts, and
 * messages of which nobody knows yet whether they arrived. Files do not.
 */

const KEY = 'parley:agent:unsent';

/** @param {import('./app.js').App} app */
export function keepUnsent(app) {
  const chats = [...app.chats.values()].map((chat) => ({
    id: chat.id, draft: chat.draft, outgoing: chat.timeline.outgoing.filter((each) => each.event && each.state !== 'uploading').map(({ customId, event, state, problem }) => ({ customId, event, state, problem })),
  })).filter(({ draft, outgoing }) => draft.text || outgoing.length > 0);
  if (app.me) {
    sessionStorage.setItem(KEY, JSON.stringify({ agent: app.me.id, chats }));
  }
}

/** Puts it back, if it is of the same agent. @param {import('./app.js').App} app */
export function restoreUnsent(app) {
  const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  sessionStorage.removeItem(KEY);
  if (kept?.agent === app.me.id) {
    for (const { id, draft, outgoing } of kept.chats) {
      const chat = app.chat(id);
      chat.draft = draft;
      outgoing.forEach((each) => chat.timeline.begin(each));
    }
  }
}

/** Forgets it: the agent has signed out. */
export function forgetUnsent() {
  sessionStorage.removeItem(KEY);
}
