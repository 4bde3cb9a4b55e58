/** Enters the Agent App with a ready token: the demo's sign-in, filled in. */
const KEY = 'parley:agent';
const LONG_MILLIS = 30 * 24 * 3_600_000;

for (const button of document.querySelectorAll('[data-token]')) {
  button.addEventListener('click', async () => {
    const token = button.dataset.token;
    const known = await fetch('/accounts/info', { headers: { Authorization: `Bearer ${token}` } });
    if (known.ok) {
      sessionStorage.setItem(KEY, JSON.stringify({ token, until: Date.now() + LONG_MILLIS }));
    }
    // Where the token is unknown this server runs no demo: the Agent App asks who one is.
    location.assign('/agent/');
  });
}
