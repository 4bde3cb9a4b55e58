/* Opens the chat from the shop's own button. */
document.querySelectorAll('[data-parley="open"]').forEach((button) => {
  button.addEventListener('click', () => {
    window.Parley ??= [];
    if (Array.isArray(window.Parley)) {
      window.Parley.push(['open']);
    } else {
      window.Parley.open();
    }
  });
});
