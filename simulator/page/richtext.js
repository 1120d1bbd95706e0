// Text with Telegram's entities as elements. Offsets are UTF-16 units, as in JavaScript's own strings.

import { make, momentAs, notice } from './dom.js';
import { anchor } from './links.js';
import { word } from './words.js';

const TAGS = { bold: 'strong', italic: 'em', underline: 'u', strikethrough: 's', code: 'code', pre: 'pre', blockquote: 'blockquote' };

export function richText(text, entities, { onCommand }) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return build(text, 0, text.length, sorted, onCommand);
}

function build(text, start, end, entities, onCommand) {
  const fragment = document.createDocumentFragment();
  let position = start;
  let rest = entities;
  while (rest.length) {
    const [first, ...others] = rest;
    if (first.offset < position || first.offset >= end) { rest = others; continue; }
    const last = Math.min(first.offset + first.length, end);
    fragment.append(text.slice(position, first.offset));
    const inner = build(text, first.offset, last, others.filter((e) => e.offset < last), onCommand);
    fragment.append(wrap(first, inner, text.slice(first.offset, last), onCommand));
    position = isBlock(first) && text[last] === '\n' ? last + 1 : last;
    rest = others.filter((e) => e.offset >= last);
  }
  fragment.append(text.slice(position, end));
  return fragment;
}

// A block ends its line by itself.
const isBlock = ({ type }) => type === 'pre' || type.endsWith('blockquote');

function wrap(entity, inner, plain, onCommand) {
  const { type } = entity;
  if (TAGS[type]) return make(TAGS[type], {}, inner);
  if (type === 'text_link') return anchor(entity.url, inner);
  if (type === 'url') return anchor(plain, inner);
  if (type === 'bot_command') return make('button', { type: 'button', class: 'command', onclick: () => onCommand(plain) }, inner);
  if (type === 'spoiler') return spoiler(inner);
  if (type === 'expandable_blockquote') return expandable(inner);
  if (type === 'date_time') return moment(entity, inner);
  return make('span', {}, inner);
}

// A time: in the words it was written in, or in those of its format; a press tells it by the phone's clock.
function moment({ unix_time: seconds, date_time_format: format }, inner) {
  const time = make('time', { datetime: new Date(seconds * 1000).toISOString() }, format ? momentAs(seconds, format) : inner);
  const tell = () => notice(word('yourTime', { time: momentAs(seconds, 'wDt') }));
  return make('button', { type: 'button', class: 'moment', onclick: tell }, time);
}

// A long quote shows its first lines until it is unfolded; a short one has nothing to unfold.
function expandable(inner) {
  const text = make('div', { class: 'quoted' }, inner);
  const button = make('button', { type: 'button', class: 'unfold', 'aria-expanded': 'false', onclick: () => toggle() }, word('unfold'));
  const quote = make('blockquote', { class: 'expandable folded' }, text, button);
  const toggle = () => {
    const folded = quote.classList.toggle('folded');
    button.setAttribute('aria-expanded', String(!folded));
    button.textContent = word(folded ? 'unfold' : 'fold');
  };
  text.addEventListener('click', (event) => { if (event.target === text && !button.hidden) toggle(); });
  new ResizeObserver(() => {
    if (quote.classList.contains('folded')) button.hidden = text.scrollHeight <= text.clientHeight + 1;
  }).observe(text);
  return quote;
}

function spoiler(inner) {
  const element = make('span', { class: 'spoiler', role: 'button', tabindex: '0', 'aria-expanded': 'false' }, inner);
  const toggle = () => element.setAttribute('aria-expanded', String(element.getAttribute('aria-expanded') === 'false'));
  element.addEventListener('click', toggle);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); toggle(); }
  });
  return element;
}
