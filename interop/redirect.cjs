// Loaded before a client whose hosts are fixed in its code: its connections to these hosts go to
// the server named by PARLEY_PORT instead, in plain text. The client itself stays as it is.
//
// With PARLEY_WITHOUT_WEBSOCKET=1 attempts to open a WebSocket fail, as behind some proxies, so that
// SockJS falls back to polling.
'use strict';

const net = require('node:net');
const tls = require('node:tls');

const port = Number(process.env.PARLEY_PORT);
const withoutWebSocket = process.env.PARLEY_WITHOUT_WEBSOCKET === '1';
const FIXED_HOSTS = /(^|\.)livechat(inc)?\.com$/;
const connectByTls = tls.connect;

tls.connect = function connect(...words) {
  const options = optionsOf(words);
  const host = options.servername || options.host || '';
  if (!FIXED_HOSTS.test(host)) {
    return connectByTls.apply(tls, words);
  }
  const socket = net.connect(port, '127.0.0.1');
  socket.encrypted = true;
  socket.authorized = true;
  socket.getSession = () => undefined;
  socket.isSessionReused = () => false;
  socket.once('connect', () => socket.emit('secureConnect'));
  if (withoutWebSocket) {
    refuseWebSockets(socket);
  }
  const listener = words.at(-1);
  if (typeof listener === 'function') {
    socket.once('secureConnect', listener);
  }
  return socket;
};

// The three ways in which tls.connect can be called.
function optionsOf(words) {
  const [first, second, third] = words;
  if (typeof first === 'object') {
    return first;
  }
  const options = [second, third].find(word => typeof word === 'object' && word !== null) || {};
  return { host: typeof second === 'string' ? second : options.host, ...options };
}

function refuseWebSockets(socket) {
  const write = socket.write;
  socket.write = function guarded(chunk, ...rest) {
    if (/^Upgrade: websocket\r$/im.test(String(chunk))) {
      socket.destroy(new Error('no WebSockets here'));
      return false;
    }
    return write.call(socket, chunk, ...rest);
  };
}
