// One message: bubble, media, text, time, and its inline keyboard.

import { fileAddress } from './api.js';
import { copy, hourOf, languageOf, make, size } from './dom.js';
import { choosePhone, tokenOf } from './links.js';
import { richText } from './richtext.js';
import { icon } from './icons.js';
import { word } from './words.js';

const PICTURE_WIDTH = 320;
const PICTURE_HEIGHT = 420;

// `does` has onCommand(text), onPress(message, button element, data).
export function bubble(message, does) {
  const mine = !message.from.is_bot;
  const body = make('div', { class: 'bubble' }, ...media(message), text(message, does), stamp(message, mine));
  const from = make('span', { class: 'hidden' }, `${word(mine ? 'you' : 'bot')}: `);
  body.prepend(from);
  const only = message.photo && !message.caption ? ' bare' : '';
  return make('article', {
    class: `message ${mine ? 'mine' : 'theirs'}${only}`, 'data-id': message.message_id, lang: languageOf(message.text ?? message.caption),
  }, body, keyboard(message, does));
}

function text(message, does) {
  const content = message.text ?? message.caption;
  if (!content) return null;
  const entities = message.entities ?? message.caption_entities;
  return make('div', { class: 'text', dir: 'auto' }, richText(content, entities, does));
}

function stamp(message, mine) {
  const parts = [];
  if (message.edit_date) parts.push(make('span', {}, word('edited')), ' ');
  parts.push(make('time', { datetime: new Date(message.date * 1000).toISOString() }, hourOf(message.date)));
  if (mine) parts.push(make('span', { class: 'ticks', 'aria-hidden': 'true' }, '✓✓'));
  return make('div', { class: 'stamp' }, ...parts);
}

function media(message) {
  const found = [];
  if (message.photo) found.push(photo(message));
  if (message.document) found.push(documentCard(message.document));
  if (message.sticker) found.push(make('div', { class: 'sticker', role: 'img', 'aria-label': word('sticker') }, message.sticker.emoji));
  if (message.voice) found.push(make('div', { class: 'text' }, icon('voice'), ` ${word('voice')}`));
  if (message.contact) {
    const { first_name: name, phone_number: number } = message.contact;
    found.push(make('div', { class: 'text' }, icon('person'), ` ${word('contact')}: ${name}, ${number}`));
  }
  return found;
}

function photo(message) {
  const { file_id: id, width, height } = message.photo.at(-1);
  const scale = Math.min(1, PICTURE_WIDTH / width, PICTURE_HEIGHT / height);
  const address = fileAddress(id);
  const image = make('img', { src: address, width: Math.round(width * scale), height: Math.round(height * scale), alt: message.caption?.split('\n')[0] ?? word('photo') });
  return make('button', { type: 'button', class: 'photo', title: word('enlarge'), onclick: () => enlarge(address, image.alt) }, image);
}

function enlarge(address, alt) {
  const image = document.getElementById('picture-image');
  image.src = address;
  image.alt = alt;
  document.getElementById('picture').showModal();
}

function documentCard(file) {
  const ending = file.file_name.includes('.') ? file.file_name.split('.').pop().slice(0, 4) : '•';
  return make('a', { class: 'document', href: fileAddress(file.file_id), download: file.file_name, 'aria-label': word('download', { name: file.file_name }) },
    make('span', { class: 'ending', 'aria-hidden': 'true' }, ending),
    make('span', { class: 'about' }, make('strong', {}, file.file_name), make('small', {}, size(file.file_size))));
}

function keyboard(message, does) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  return make('div', { class: 'keyboard', role: 'group', 'aria-label': word('buttons') }, ...rows.map((row) => make('div', { class: 'row' }, ...row.map((button) => key(message, button, does)))));
}

function key(message, button, does) {
  const kind = button.style ? `key ${button.style}` : 'key';
  if (button.disabled) return make('button', { type: 'button', class: kind, disabled: true }, button.text);
  if (button.url) {
    if (tokenOf(button.url) !== null) {
      return make('button', { type: 'button', class: `${kind} link`, onclick: () => choosePhone(button.url) }, button.text, icon('out'));
    }
    return make('a', { class: `${kind} link`, href: button.url, target: '_blank', rel: 'noopener noreferrer' }, button.text, icon('out'));
  }
  if (button.copy_text) {
    return make('button', { type: 'button', class: `${kind} copy`, title: word('copies'), onclick: () => copy(button.copy_text.text) }, button.text, icon('copy'));
  }
  const press = (event) => does.onPress(message, event.currentTarget, button.callback_data ?? '');
  return make('button', { type: 'button', class: kind, onclick: press }, button.text);
}
