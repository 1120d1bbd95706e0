// Small helpers to build elements and to show times.

import { locale, word } from './words.js';

// make('p', {class: 'x', onclick: f}, 'text', child): an element with attributes, listeners and children.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

let zone = 'UTC';
let now = () => Date.now();
// What the phones' clocks show: milliseconds, and the zone they are in.
export const setClock = (time, name) => { now = () => time; zone = name; };

const format = (options) => new Intl.DateTimeFormat(locale() === 'ru' ? 'ru-RU' : 'en-GB', { timeZone: zone, ...options });

export const hourOf = (seconds) => format({ hour: '2-digit', minute: '2-digit' }).format(seconds * 1000);
export const dayOf = (seconds) => format({ day: 'numeric', month: 'long' }).format(seconds * 1000);
export const fullTime = (date) => {
  const day = format({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' }).format(date);
  return `${day.replace(' г.', '')}, ${format({ hour: '2-digit', minute: '2-digit' }).format(date)}`;
};
export const zoneName = (date) => {
  const parts = format({ timeZoneName: 'short' }).formatToParts(date);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
};

// A time as Telegram's format asks for it: `r` from now, else weekday `w`, day `d` or `D`, time `t` or `T`.
export function momentAs(seconds, pattern) {
  if (pattern === 'r') return fromNow(seconds);
  const asked = {
    w: { weekday: 'short' },
    d: { dateStyle: 'short' },
    D: { day: 'numeric', month: 'long', year: 'numeric' },
    t: { hour: '2-digit', minute: '2-digit' },
    T: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
  };
  return [...pattern].map((letter) => format(asked[letter]).format(seconds * 1000).replace(' г.', '')).join(', ');
}

const SPANS = [['day', 86400], ['hour', 3600], ['minute', 60]];

function fromNow(seconds) {
  const left = seconds - now() / 1000;
  const [unit, span] = SPANS.find(([, length]) => Math.abs(left) >= length) ?? SPANS.at(-1);
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(Math.round(left / span), unit);
}

// Whether a text is rather Russian or English, for those who have it read aloud; null without letters.
export function languageOf(text) {
  const cyrillic = (text ?? '').match(/[а-яё]/gi)?.length ?? 0;
  const latin = (text ?? '').match(/[a-z]/gi)?.length ?? 0;
  if (!cyrillic && !latin) return null;
  return cyrillic >= latin ? 'ru' : 'en';
}

export function size(bytes) {
  const units = word('bytes');
  let step = 0;
  let amount = bytes;
  while (amount >= 1024 && step < units.length - 1) { amount /= 1024; step += 1; }
  return `${step ? amount.toFixed(1) : amount} ${units[step]}`;
}

let noticeTimer;
export function notice(text) {
  const element = document.getElementById('notice');
  element.textContent = text;
  element.classList.add('shown');
  clearTimeout(noticeTimer);
  noticeTimer = setTimeout(() => element.classList.remove('shown'), 2600);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    notice(word('copied'));
  } catch {
    notice(word('notCopied'));
  }
}
