/** Fills in where this server is. */
const addresses = { '{http}': location.origin, '{ws}': location.origin.replace(/^http/, 'ws') };
const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const node = walker.currentNode;
  if (node.data.includes('{http}') || node.data.includes('{ws}')) {
    node.data = node.data.replace(/\{http\}|\{ws\}/g, (mark) => addresses[mark]);
  }
}
