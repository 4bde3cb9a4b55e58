/** The Agent App: signs in, keeps what is known, draws. */
import { Drawing } from '../shared/drawing.js';
import { render } from '../shared/template.js';
import { leave, signedIn } from './auth.js';
import { Alerts } from './model/alerts.js';
import { App } from './model/app.js';
import { Shell } from './views/shell.js';
import { summary } from '../shared/bodies.js';

const root = document.getElementById('app');
const alerts = new Alerts();
const { changed } = new Drawing(() => {
  render(shell.page(), root);
  shell.drawn();
  alerts.count([...app.chats.values()].filter((chat) => chat.mine).reduce((sum, chat) => sum + chat.unread, 0));
});

const app = new App({
  changed,
  signedOut: () => leave(),
  told(kind, detail) {
    if (kind === 'event') {
      shell.announce(`${app.person(detail.chat, detail.event.author_id)?.name ?? detail.chat.customerName}: ${summary(detail.event, () => 'sent something')}`);
    } else if (kind === 'thread' && detail.mine) {
      shell.announce(`New chat with ${detail.customerName}`);
    }
    if (kind === 'event' && (document.hidden || shell.route.chat !== detail.chat.id)) {
      alerts.alert(detail.chat.customerName, summary(detail.event, () => 'sent something'), () => shell.openChat(detail.chat.id));
    } else if (kind === 'thread' && detail.mine) {
      alerts.alert('New chat', detail.customerName, () => shell.openChat(detail.id));
    }
  },
});
const shell = new Shell(app, alerts, changed);

addEventListener('hashchange', () => shell.go());
addEventListener('keydown', (event) => shell.key(event));
addEventListener('visibilitychange', () => changed());

await signedIn();
shell.go();
app.start();
