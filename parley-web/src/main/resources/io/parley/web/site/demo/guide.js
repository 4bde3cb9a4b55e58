/** Fills in where this server is, and lets one copy what is to be typed. */
const addresses = { '{http}': location.origin, '{ws}': location.origin.replace(/^http/, 'ws') };
const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  if (node.data.includes('{http}') || node.data.includes('{ws}')) {
    node.data = node.data.replace(/\{http\}|\{ws\}/g, (mark) => addresses[mark]);
  }
}

for (const line of document.querySelectorAll('pre')) {
  const frame = document.createElement('div');
  frame.className = 'line';
  line.replaceWith(frame);
  const copy = document.createElement('button');
  copy.type = 'button';
  copy.className = 'copy';
  copy.textContent = 'Copy';
  copy.setAttribute('aria-label', `Copy: ${line.textContent.slice(0, 60)}`);
  copy.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(line.textContent);
      copy.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(line);
      copy.textContent = 'Selected';
    }
    setTimeout(() => (copy.textContent = 'Copy'), 2_000);
  });
  frame.append(line, copy);
}
