// The page of phones: loads the state, follows the changes, keeps tabs and clock.

import * as api from './api.js';
import { fullTime, make, notice, setClock, zoneName } from './dom.js';
import { hasModifier, neighbour, walkable } from './keys.js';
import * as links from './links.js';
import { Phone, colourOf } from './phone.js';
import { locale, switchLanguage, translate, word } from './words.js';

const CLOCK_PERIOD = 20_000;

const phones = new Map();
let active = null;
let waiting = [];
let loading = null;
let clock = { now: new Date().toISOString(), zone: 'UTC', leaping: false, adjustable: false };

const byId = (id) => document.getElementById(id);

// Phones and their tabs

async function load() {
  waiting = [];
  loading = api.state();
  const state = await loading;
  links.setUp({
    username: state.bot.username,
    people: () => [...phones.values()].map((phone) => phone.state),
    open: (person, token) => {
      const phone = phones.get(person);
      phone.attempt(api.act(person, 'start', { token }));
      choose(person);
    },
  });
  showClock(state.clock);
  phones.clear();
  for (const person of state.people) phones.set(person.id, new Phone(person, showTabs));
  byId('phones').replaceChildren(...[...phones.values()].map((phone) => phone.element));
  for (const phone of phones.values()) phone.scrollToEnd();
  if (!phones.has(active)) active = state.people[0]?.id ?? null;
  loading = null;
  for (const change of waiting.splice(0)) apply(change);
  showTabs();
}

// Draws every name anew, but leaves the button itself, so that the focus stays on it.
function showTabs() {
  const list = byId('tabs');
  const ids = [...phones.keys()];
  if ([...list.children].map((item) => item.dataset.id).join() !== ids.join()) {
    list.replaceChildren(...ids.map((id) => make('li', { 'data-id': id }, make('button', {
      type: 'button', onclick: (event) => choose(id, { enter: event.detail === 0 }),
    }))));
  }
  let unread = 0;
  for (const item of list.children) {
    const phone = phones.get(Number(item.dataset.id));
    showTab(item.firstElementChild, phone);
    unread += phone.unread;
  }
  document.title = unread ? `(${unread}) ${word('title')}` : word('title');
}

function showTab(button, phone) {
  const { id, name, caption } = phone.state;
  const chosen = id === active;
  const dot = make('span', { class: 'dot' });
  dot.style.background = colourOf(id);
  const count = phone.unread ? make('span', { class: 'unread' }, String(phone.unread)) : '';
  button.setAttribute('aria-label', phone.unread ? `${name}, ${word('unread', { count: phone.unread })}` : name);
  button.title = caption;
  button.tabIndex = chosen ? 0 : -1;
  if (chosen) button.setAttribute('aria-current', 'true');
  else button.removeAttribute('aria-current');
  button.replaceChildren(dot, make('span', { class: 'who' }, name), count);
  phone.activate(chosen);
}

const tabOf = (id) => byId('tabs').querySelector(`[data-id="${id}"] button`);

// `enter`: the name was pressed with the keyboard, so the focus goes on into the phone.
function choose(id, { enter = false } = {}) {
  active = id;
  showTabs();
  tabOf(id).scrollIntoView({ block: 'nearest', inline: 'center' });
  phones.get(id).show();
  if (enter) phones.get(id).enter();
}

// From anywhere F6 goes to the next phone; from a chat so do the arrows, and Escape to the name above it.
function walk(event) {
  const here = [...phones.values()].find((phone) => phone.element.contains(event.target));
  const onLog = here?.log === event.target;
  if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
  if (event.key === 'F6') go(here, event.shiftKey ? 'ArrowLeft' : 'ArrowRight');
  else if (onLog && !hasModifier(event) && ['ArrowLeft', 'ArrowRight'].includes(event.key)) go(here, event.key);
  else if (here && event.key === 'Escape') { choose(here.id); tabOf(here.id).focus(); } else return;
  event.preventDefault();
}

function go(here, key) {
  const all = [...phones.values()];
  choose((here ? neighbour(all, here, key) : phones.get(active)).id, { enter: true });
}

// Changes

function apply(change) {
  if (loading) { waiting.push(change); return; }
  const { kind, chat, value, now } = change;
  if (kind === 'clock') showClock(value);
  else if (now) showClock({ ...clock, now });
  if (kind === 'reset' || kind === 'overflow') refresh();
  else phones.get(chat)?.apply(change);
}

let refreshTimer;
function refresh() {
  clearTimeout(refreshTimer);
  refreshTimer = setTimeout(() => load().catch(() => showOffline(true)), 150);
}

function showOffline(lost) {
  byId('offline').hidden = !lost;
  byId('offline').textContent = lost ? word('offline') : '';
}

// Clock

function showClock(state) {
  clock = state;
  const now = new Date(clock.now);
  setClock(now.getTime(), clock.zone);
  byId('time').dateTime = clock.now;
  byId('time').textContent = fullTime(now);
  byId('zone').textContent = zoneName(now);
  byId('zone').title = clock.zone;
  byId('leaping').textContent = clock.leaping ? word('leaping') : '';
  document.body.classList.toggle('leaps-now', clock.leaping);
  for (const button of document.querySelectorAll('[data-leap]')) {
    button.hidden = !clock.adjustable;
    button.disabled = clock.leaping;
  }
  byId('anew').disabled = clock.leaping;
}

async function leap(by) {
  showClock({ ...clock, leaping: true });
  try {
    showClock(await api.leap(by));
  } catch {
    notice(word('busy'));
    showClock(await api.clock());
  }
}

async function keepTime() {
  if (document.hidden || clock.leaping) return;
  try {
    showClock(await api.clock());
  } catch {
    showOffline(true);
  }
}

// The page's own controls

function showWords() {
  document.documentElement.lang = locale();
  translate(document);
  byId('language').textContent = word('otherLanguage');
  byId('language').lang = locale() === 'ru' ? 'en' : 'ru';
  showClock(clock);
  showTabs();
}

async function askAnew() {
  const dialog = byId('confirm');
  dialog.returnValue = 'no';
  dialog.showModal();
  await new Promise((done) => { dialog.addEventListener('close', done, { once: true }); });
  if (dialog.returnValue !== 'yes') return;
  try {
    await api.beginAnew();
  } catch {
    notice(word('failed'));
  }
}

for (const button of document.querySelectorAll('[data-leap]')) {
  button.addEventListener('click', () => leap(button.dataset.leap));
}
for (const dialog of document.querySelectorAll('dialog')) {
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close('no'); });
}
walkable(byId('tabs'), 'button');
document.addEventListener('keydown', walk);
byId('anew').addEventListener('click', askAnew);
byId('language').addEventListener('click', () => {
  switchLanguage();
  showWords();
  for (const phone of phones.values()) phone.render();
});
showWords();
api.listen({
  onChange: apply,
  onOpen: () => { showOffline(false); refresh(); },
  onLost: () => showOffline(true),
});
setInterval(keepTime, CLOCK_PERIOD);
