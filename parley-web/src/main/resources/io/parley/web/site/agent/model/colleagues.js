/**
 * Who else works here. Administrators may list agents; others learn of their colleagues from the groups, which name
 * their agents, and from chats. Nobody is told who accepts chats at the moment, before it changes; so the apps of
 * agents who accept chats answer when another one says hello, by multicast.
 */
import { configure } from '../configuration.js';

const TYPE = 'parley-agent-app';
/** In larger teams the answers would be a storm. */
const LARGEST_TEAM = 200;
/** What 3.2 calls the statuses that 3.1 calls otherwise. */
const STATUSES = { 'accepting chats': 'accepting_chats', 'not accepting chats': 'not_accepting_chats' };
const FIELDS = ['job_title', 'groups', 'max_chats_count', 'suspended'];

export class Colleagues {
  /** @param {import('./app.js').App} app */
  constructor(app) {
    this.app = app;
    /** Whether agents can be listed, with everything that settings show. */
    this.listed = false;
  }

  /** Reads agents and groups, as far as this agent may know them. */
  async read() {
    const { app } = this;
    const [groups, agents, bots] = await Promise.all([
      configure('list_groups', { fields: ['agent_priorities', 'routing_status'] }).catch(() => []),
      app.me.permission === 'normal' ? null : configure('list_agents', { fields: FIELDS }).catch(() => null),
      configure('get_bot_agents', { all: true }, '3.1').then((answer) => answer.bot_agents ?? answer).catch(() => []),
    ]);
    this.listed = agents !== null;
    app.groups.clear();
    groups.forEach((group) => app.groups.set(Number(group.id), group));
    groups.flatMap((group) => Object.keys(group.agent_priorities ?? {})).forEach((id) => app.meet({ id, type: 'agent' }));
    agents?.forEach((agent) => app.meet({ type: 'agent', ...agent, routing_status: STATUSES[agent.login_status] ?? 'offline' }));
    bots.forEach((bot) => app.meet({ type: 'agent', is_bot: true, ...bot }));
    app.changed();
  }

  /** Asks who is there. */
  hello() {
    if (this.app.agents.size <= LARGEST_TEAM) {
      this.tell('hello', { all: true });
    }
  }

  tell(say, agents) {
    const { name, avatar } = this.app.me;
    const content = { say, name, avatar, routing_status: this.app.status };
    this.app.rtm.request('multicast', { scopes: { agents }, type: TYPE, content }).catch(() => {});
  }

  /** Takes in what a colleague's app says of its agent. @param {{author_id?: string, type?: string, content: any}} push */
  heard({ author_id: id, type, content }) {
    if (type !== TYPE || !id || id === this.app.me.id) {
      return;
    }
    const { name, avatar, routing_status: status } = content;
    this.app.meet(Object.fromEntries(Object.entries({ id, type: 'agent', name, avatar, routing_status: status }).filter(([, value]) => typeof value === 'string')));
    if (content.say === 'hello' && this.app.status === 'accepting_chats') {
      this.tell('here', { ids: [id] });
    }
  }

  /** Groups of an agent, as far as known. @param {string} id @returns {any[]} */
  groupsOf(id) {
    return [...this.app.groups.values()].filter((group) => Number(group.id) !== 0 && group.agent_priorities?.[id]);
  }

  /** Whether an agent has access to a chat, as far as known: by one of its groups. @param {any} agent @param {import('./chat.js').Chat} chat */
  mayRead(agent, chat) {
    const isIn = (id) => id === 0 || !this.app.groups.get(id)?.agent_priorities || agent.id in this.app.groups.get(id).agent_priorities;
    return agent.is_bot || chat.groupIds.length === 0 || chat.groupIds.map(Number).some(isIn);
  }
}
