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
export const setZone = (name) => { zone = name; };

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
