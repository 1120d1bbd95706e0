// Deep links to the bot: recognised anywhere, opened on the phone one chooses.

import { copy, make } from './dom.js';
import { locale, word } from './words.js';

let username = '';
let people = () => [];
let open = () => {};

export function setUp(settings) {
  ({ username, people, open } = settings);
  document.getElementById('chooser-copy').addEventListener('click', () => {
    copy(document.getElementById('chooser-address').textContent);
  });
}

// The start token of a link to this bot ('' without one); null for any other text.
export function tokenOf(text) {
  let address;
  try {
    address = new URL(/^https?:\/\//i.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
  const toBot = address.pathname.replaceAll('/', '').toLowerCase() === username.toLowerCase();
  if (!['t.me', 'telegram.me'].includes(address.hostname) || !toBot) return null;
  return address.searchParams.get('start') ?? '';
}

export function choosePhone(url) {
  const chooser = document.getElementById('chooser');
  const token = tokenOf(url);
  document.getElementById('chooser-address').textContent = url;
  const list = document.getElementById('chooser-people');
  list.replaceChildren(...people().map(({ id, name, caption }) => make('li', {}, make('button', {
    type: 'button',
    lang: locale(),
    onclick: () => { chooser.close(); open(id, token); },
  }, make('strong', {}, name), make('span', {}, caption)))));
  chooser.showModal();
}

// A link in a message: to the bot it asks for a phone, elsewhere it opens a new page.
export function anchor(url, ...children) {
  if (tokenOf(url) !== null) {
    return make('a', {
      href: url,
      title: word('openOn'),
      onclick: (event) => { event.preventDefault(); choosePhone(url); },
    }, ...children);
  }
  const full = /^[a-z]+:/i.test(url) ? url : `https://${url}`;
  return make('a', { href: full, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}
