// Draws the API reference from the two descriptions. No library, no network but this server.
'use strict';

(async () => {
  const MAX_DEPTH = 6;
  const INTEGER = 2 ** 31 - 1;
  const main = document.getElementById('main');
  const list = document.getElementById('list');
  const search = document.getElementById('search');
  const count = document.getElementById('count');

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      made.setAttribute(name, value);
    }
    made.append(...children.filter(child => child !== null && child !== undefined));
    return made;
  }

  const code = text => element('code', {}, text);
  const json = value => JSON.stringify(value, null, 2);

  let openapi;
  let asyncapi;
  try {
    [openapi, asyncapi] = await Promise.all(
      ['openapi.json', 'asyncapi.json'].map(async name => {
        const answer = await fetch(name);
        if (!answer.ok) {
          throw new Error(name + ': ' + answer.status);
        }
        return answer.json();
      }));
  } catch (error) {
    main.replaceChildren(element('p', {}, 'The descriptions could not be read: ' + error.message));
    return;
  }

  const entries = collect();
  draw();
  search.addEventListener('input', draw);
  window.addEventListener('hashchange', show);
  show();

  // What there is: methods by API, then pushes by API, then webhooks.
  function collect() {
    const found = new Map();
    const entry = (key, made) => found.get(key) || found.set(key, made).get(key);
    for (const [path, item] of Object.entries(openapi.paths)) {
      const operation = item.post;
      const name = operation.operationId.split('.')[1];
      const made = entry(operation.operationId, { kind: 'method', api: operation.tags[0], name });
      Object.assign(made, { summary: operation.summary, path, web: operation });
    }
    for (const [key, operation] of Object.entries(asyncapi.operations)) {
      const channel = resolve(asyncapi, operation.channel);
      const push = operation.action === 'send';
      const name = key.split('.')[1];
      const made = entry(key, { kind: push ? 'push' : 'method', api: channel.title, name });
      const message = resolve(asyncapi, operation.messages[0]);
      Object.assign(made, { summary: operation.summary, rtm: operation, message, address: channel.address });
      if (!push) {
        made.response = resolve(asyncapi, operation.reply.messages[0]);
      }
    }
    for (const [name, item] of Object.entries(openapi.webhooks)) {
      const { operationId, tags, summary } = item.post;
      entry(operationId, { kind: 'webhook', api: tags[0], name, summary, webhook: item.post });
    }
    for (const [key, made] of found) {
      made.key = key;
      made.text = words(made);
    }
    return [...found.values()].sort(
      (a, b) => (a.kind + a.api).localeCompare(b.kind + b.api) || 0);
  }

  function resolve(root, node) {
    let at = node;
    while (at && at.$ref) {
      at = at.$ref.slice(2).split('/').reduce((inner, step) => inner[step], root);
    }
    return at;
  }

  // The schema of the payload of a request or push, and the document in which its references lead.
  function requestOf(entry) {
    if (entry.message) {
      return [asyncapi, entry.message.payload.properties.payload];
    }
    if (entry.webhook) {
      return [openapi, entry.webhook.requestBody.content['application/json'].schema];
    }
    return [openapi, Object.values(entry.web.requestBody.content)[0].schema];
  }

  function answerOf(entry) {
    return entry.response
      ? [asyncapi, entry.response.payload.properties.payload]
      : [openapi, entry.web.responses['200'].content['application/json'].schema];
  }

  function words(entry) {
    const told = entry.web || entry.rtm || entry.webhook;
    const names = new Set([entry.name, entry.summary.toLowerCase(), ...(told['x-scopes'] || told['x-filters'] || [])]);
    (told['x-errors'] || []).filter(error => !error.common).forEach(error => names.add(error.type));
    const schemas = entry.kind === 'method' ? [requestOf(entry), answerOf(entry)] : [requestOf(entry)];
    for (const [root, schema] of schemas) {
      rows(root, schema, 0, []).forEach(row => row.name && names.add(row.name));
    }
    return [...names].join(' ');
  }

  function draw() {
    const wanted = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const matching = entries.filter(entry => wanted.every(word => entry.text.includes(word)));
    // What bears the name comes before what merely mentions it.
    const best = matching.filter(entry => wanted.every(word => entry.name.includes(word)));
    const shown = wanted.length && best.length ? [...best, ...matching.filter(entry => !best.includes(entry))] : matching;
    const groups = new Map();
    for (const entry of shown) {
      const title = entry.api + { push: ': pushes', method: ': methods', webhook: '' }[entry.kind];
      groups.set(title, [...(groups.get(title) || []), entry]);
    }
    list.replaceChildren();
    for (const [title, members] of groups) {
      const items = members.map(entry => element('li', {}, element('a', { href: '#' + entry.key }, entry.name)));
      list.append(element('h2', {}, title), element('ul', {}, ...items));
    }
    count.textContent = shown.length + ' of ' + entries.length;
    mark();
  }

  function mark() {
    const current = decodeURIComponent(location.hash.slice(1));
    for (const link of list.querySelectorAll('a')) {
      if (link.getAttribute('href') === '#' + current) {
        link.setAttribute('aria-current', 'page');
      } else {
        link.removeAttribute('aria-current');
      }
    }
  }

  function show() {
    const key = decodeURIComponent(location.hash.slice(1));
    const entry = entries.find(each => each.key === key);
    main.replaceChildren(...(entry ? page(entry) : welcome()));
    mark();
    window.scrollTo(0, 0);
  }

  function welcome() {
    return [
      element('h2', {}, 'Two ways in'),
      element('p', { class: 'lead' }, 'The same methods over HTTP and over a connection that also carries pushes.'),
      element('h3', {}, 'Web API'),
      element('pre', {}, curl('/v' + openapi.info.version + '/agent/action/get_chats_summary', {}, false)),
      element('p', {}, openapi.info.description),
      element('h3', {}, 'RTM API'),
      ...Object.values(asyncapi.channels).map(channel => element('pre', {}, 'ws://' + location.host + channel.address)),
      element('p', {}, asyncapi.info.description),
      element('h3', {}, 'Members'),
      element('p', {}, 'Answers and pushes may have more members than are described; pass over them. Members marked “must” are always there.'),
    ];
  }

  function page(entry) {
    const drawn = [
      element('h2', {}, entry.name),
      element('p', { class: 'lead' }, entry.summary),
    ];
    if (entry.kind === 'push') {
      drawn.push(
        facts('Push of', entry.api + ', ', code(entry.address)),
        ...section('Payload', requestOf(entry), false),
        ...example('Example', entry.message.examples.at(-1).payload));
      return drawn;
    }
    if (entry.kind === 'webhook') {
      const content = entry.webhook.requestBody.content['application/json'];
      drawn.push(
        facts('Posted to', 'the address that was given to ', code('register_webhook'), ' or to a bot'),
        facts('Filters', ...listed(entry.webhook['x-filters'], ', ')),
        ...entry.webhook.parameters.map(header => facts('Header ' + header.name, header.description.replaceAll('`', ''))),
        ...section('Body', requestOf(entry), false),
        ...example('Example', content.example));
      return drawn;
    }
    const told = entry.web || entry.rtm;
    drawn.push(facts('Web', entry.path ? code('POST ' + entry.path) : 'not over HTTP'));
    drawn.push(facts('RTM', entry.address ? code(entry.address) : 'not over a connection'));
    drawn.push(facts('Scopes', ...scopes(told)));
    drawn.push(facts('Rate', told['x-rate-class']));
    drawn.push(...section('Request', requestOf(entry), true), ...section('Answer', answerOf(entry), false));
    drawn.push(...errors(told), ...examples(entry));
    return drawn;
  }

  function facts(name, ...what) {
    return element('p', { class: 'facts' }, name + ': ', ...what);
  }

  function listed(names, between) {
    return names.length ? names.flatMap((name, i) => (i ? [between, code(name)] : [code(name)])) : ['none'];
  }

  function scopes(told) {
    const either = names => listed(names, ' or ');
    const stricter = (told['x-scopes-stricter'] || []).flatMap(
      rule => ['; when ' + rule.when.replaceAll('`', '') + ': ', ...either(rule.scopes)]);
    return [...either(told['x-scopes']), ...stricter];
  }

  function section(title, [root, schema], request) {
    const found = rows(root, schema, 0, []);
    const heading = element('h3', {}, title);
    if (!found.length) {
      return [heading, element('p', { class: 'none' }, request ? 'Nothing.' : 'An empty object.')];
    }
    const lines = found.map(row => row.either
      ? element('tr', { class: 'either depth' + row.depth }, element('td', { class: 'name', colspan: 3 }, row.either))
      : element('tr', { class: 'depth' + row.depth },
        element('td', { class: 'name' }, row.name, row.must ? element('span', { class: 'must' }, 'must') : null),
        element('td', { class: 'type' }, row.type),
        element('td', {}, row.meaning)));
    const head = element('tr', {}, ...['member', 'type', 'meaning'].map(name => element('th', {}, name)));
    return [heading, element('table', {}, element('thead', {}, head), element('tbody', {}, ...lines))];
  }

  // The members of a schema as rows of a table, those of inner objects below theirs.
  function rows(root, node, depth, path) {
    const schema = resolve(root, node);
    if (!schema || depth > MAX_DEPTH || path.includes(schema)) {
      return [];
    }
    const inner = [...path, schema];
    if (schema.oneOf && !schema.type) {
      return schema.oneOf.flatMap((each, i) => {
        const members = rows(root, each, depth, inner);
        const label = (i ? 'or ' : 'either ') + labelOf(each, resolve(root, each));
        return members.length ? [{ either: label, depth }, ...members] : [];
      });
    }
    if (schema.items) {
      return rows(root, schema.items, depth, inner);
    }
    if (typeof schema.additionalProperties === 'object') {
      const free = schema.additionalProperties;
      const name = '<' + (schema.description || 'by name').split('; ').at(-1).replace(/^by /, '') + '>';
      return [row(root, name, free, false, depth), ...rows(root, free, depth + 1, inner)];
    }
    const required = new Set(schema.required || []);
    return Object.entries(schema.properties || {}).flatMap(([name, member]) => [
      row(root, name, member, required.has(name), depth),
      ...rows(root, member, depth + 1, inner),
    ]);
  }

  function labelOf(node, schema) {
    const type = schema.properties && schema.properties.type && schema.properties.type.const;
    return type || (node.$ref ? node.$ref.split('.').at(-1) : 'this');
  }

  function row(root, name, member, must, depth) {
    return { name, must, depth, type: type(root, member), meaning: member.description || '' };
  }

  function type(root, node) {
    const schema = resolve(root, node);
    if (schema.const !== undefined) {
      return json(schema.const);
    }
    if (schema.enum) {
      return schema.enum.map(json).join(', ');
    }
    if (schema.oneOf) {
      return [...new Set(schema.oneOf.map(each => type(root, each)))].join(' or ');
    }
    if (schema.items) {
      return 'list of ' + type(root, schema.items) + limits(schema.minItems, schema.maxItems, 'elements');
    }
    if (schema.type === 'integer') {
      return 'integer' + limits(schema.minimum, schema.maximum, '');
    }
    if (schema.type === 'string') {
      const special = schema.format || schema.pattern;
      return (schema.format || 'string')
        + (special ? '' : limits(schema.minLength, schema.maxLength, 'characters'));
    }
    return schema.type || 'anything';
  }

  function limits(min, max, what) {
    const low = min === undefined || min === -INTEGER - 1 ? '' : 'from ' + min;
    const high = max === undefined || max === INTEGER ? '' : 'to ' + max;
    const both = [low, high].filter(Boolean).join(' ');
    return both && both !== 'from 0' ? ' (' + both + (what ? ' ' + what : '') + ')' : '';
  }

  function errors(told) {
    const line = error => element('tr', {},
      element('td', { class: 'name' }, error.type), element('td', { class: 'type' }, String(error.status)), element('td', {}, error.message));
    const own = told['x-errors'].filter(error => !error.common);
    const common = told['x-errors'].filter(error => error.common);
    return [
      element('h3', {}, 'Errors'),
      own.length ? element('table', {}, element('tbody', {}, ...own.map(line))) : element('p', { class: 'none' }, 'None of its own.'),
      element('details', {}, element('summary', {}, 'Errors of every method'), element('table', {}, element('tbody', {}, ...common.map(line)))),
    ];
  }

  function examples(entry) {
    const drawn = [];
    if (entry.web) {
      const body = entry.web.requestBody.content['application/json'];
      drawn.push(element('h3', {}, 'With curl'),
        element('pre', {}, curl(entry.path, body ? body.examples.least.value : null, Boolean(entry.web.parameters))));
    }
    if (entry.message) {
      drawn.push(...example('Frame', entry.message.examples[0].payload),
        ...example('Frame with everything', entry.message.examples[1].payload),
        ...example('Response', entry.response.examples[0].payload));
    } else {
      drawn.push(...example('Answer', entry.web.responses['200'].content['application/json'].example));
    }
    return drawn;
  }

  function example(title, value) {
    return [element('h3', {}, title), element('pre', {}, json(value))];
  }

  function curl(path, body, customer) {
    const tenant = customer ? '?license_id=<license>' : '';
    const data = body === null
      ? '-F file=@picture.png'
      : "-H 'Content-Type: application/json' \\\n  -d '" + JSON.stringify(body).replaceAll("'", "'\\''") + "'";
    return "curl '" + location.origin + path + tenant + "' \\\n  -H 'Authorization: Bearer <token>' \\\n  " + data;
  }
})();
