// The foot of a phone: what a person types, sends and chooses; «Начать» before the first start.

import * as api from './api.js';
import { make, notice } from './dom.js';
import { icon } from './icons.js';
import { walkable } from './keys.js';
import { tokenOf } from './links.js';
import { word } from './words.js';

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

// A button that opens a small list above or below itself; Escape and a click elsewhere close it.
export function popup(attributes, label, fill) {
  const list = make('div', { class: 'popup', hidden: true });
  const opener = make('button', { type: 'button', 'aria-expanded': 'false', ...attributes }, ...label);
  const close = () => {
    list.hidden = true;
    opener.setAttribute('aria-expanded', 'false');
    document.removeEventListener('click', outside);
  };
  const outside = (event) => { if (!box.contains(event.target)) close(); };
  opener.addEventListener('click', () => {
    if (!list.hidden) { close(); return; }
    list.replaceChildren(...fill(close));
    list.hidden = false;
    opener.setAttribute('aria-expanded', 'true');
    document.addEventListener('click', outside);
    list.querySelector('button')?.focus();
  });
  const box = make('div', {
    class: 'popup-box',
    onkeydown: (event) => { if (event.key === 'Escape' && !list.hidden) { event.preventDefault(); close(); opener.focus(); } },
  }, opener, list);
  walkable(list, 'button');
  return box;
}

// `phone` is the state of the chat, `attempt(promise)` reports failures.
export function composer(phone, attempt) {
  const foot = make('footer', { class: 'foot' });
  if (!phone.started) {
    foot.append(big(word('start'), () => attempt(api.act(phone.id, 'start'))));
  } else if (phone.blocked) {
    foot.append(big(word('unblock'), () => attempt(api.act(phone.id, 'unblock'))));
  } else {
    foot.append(form(phone, attempt), ...replyKeyboard(phone, attempt));
    return foot;
  }
  foot.append(linkForm(phone, attempt));
  return foot;
}

function big(label, onclick) {
  return make('button', { type: 'button', class: 'big', onclick }, label);
}

// A line that takes an invitation link before the first start.
function linkForm(phone, attempt) {
  const field = make('input', { type: 'text', class: 'line', 'aria-label': word('write'), placeholder: 'https://t.me/…?start=…', autocomplete: 'off' });
  return make('form', {
    class: 'write',
    onsubmit: (event) => {
      event.preventDefault();
      const token = tokenOf(field.value.trim());
      if (token === null) notice(word('notLink'));
      else attempt(api.act(phone.id, 'start', { token }));
    },
  }, field, sendButton());
}

function form(phone, attempt) {
  const field = make('textarea', { class: 'line', rows: '1', 'aria-label': word('write'), placeholder: word('write') });
  const grow = () => { field.style.height = 'auto'; field.style.height = `${Math.min(field.scrollHeight, 120)}px`; };
  const send = () => {
    const text = field.value.trim();
    if (!text) return;
    field.value = '';
    grow();
    const token = tokenOf(text);
    attempt(token === null ? api.act(phone.id, 'say', { text }) : api.act(phone.id, 'start', { token }));
  };
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  });
  const submit = (event) => { event.preventDefault(); send(); };
  return make('form', { class: 'write', onsubmit: submit }, commandMenu(phone, attempt), field, attachments(phone, attempt), sendButton());
}

function sendButton() {
  return make('button', { class: 'round send', 'aria-label': word('send'), title: word('send') }, icon('send'));
}

function commandMenu(phone, attempt) {
  const run = (close, text) => { close(); attempt(api.act(phone.id, 'say', { text })); };
  return popup({ class: 'menu', title: word('commands') }, [icon('menu'), make('span', {}, word('menu'))], (close) => {
    if (!phone.commands.length) return [make('p', {}, word('noCommands'))];
    return phone.commands.map(({ command, description }) => make('button', {
      type: 'button', onclick: () => run(close, `/${command}`),
    }, make('span', {}, description), make('code', {}, `/${command}`)));
  });
}

function attachments(phone, attempt) {
  const input = make('input', { type: 'file', hidden: true, tabindex: '-1', 'aria-hidden': 'true' });
  let kind = 'document';
  input.addEventListener('change', () => {
    const [file] = input.files;
    input.value = '';
    if (file) attempt(api.sendFile(phone.id, kind, file, ''));
  });
  const choose = (close, chosen) => {
    close();
    kind = chosen;
    input.accept = chosen === 'photo' ? PICTURES.join() : '';
    input.click();
  };
  const box = popup({ class: 'round attach', 'aria-label': word('attach'), title: word('attach') }, [icon('clip')], (close) => [
    make('button', { type: 'button', onclick: () => choose(close, 'photo') }, make('span', {}, icon('picture'), ` ${word('photo')}`)),
    make('button', { type: 'button', onclick: () => choose(close, 'document') }, make('span', {}, icon('file'), ` ${word('file')}`)),
  ]);
  box.append(input);
  return box;
}

function replyKeyboard(phone, attempt) {
  const rows = phone.keyboard?.keyboard;
  if (!rows) return [];
  const use = (button) => attempt(button.request_contact
    ? api.act(phone.id, 'contact')
    : api.act(phone.id, 'say', { text: button.text }));
  return [make('div', { class: 'reply-keyboard' }, ...rows.map((row) => make('div', { class: 'row' },
    ...row.map((button) => make('button', { type: 'button', onclick: () => use(button) }, button.text)))))];
}
