// One phone on the page: header, chat, foot; follows the changes of its chat.

import * as api from './api.js';
import { bubble } from './bubble.js';
import { composer, popup } from './composer.js';
import { dayOf, make, notice } from './dom.js';
import { icon } from './icons.js';
import { hasModifier, keyBeside, sameKey } from './keys.js';
import { told } from './news.js';
import { word } from './words.js';

const COLOURS = ['#c0504d', '#a85f14', '#7a5cb8', '#2f7f40', '#217784', '#2a75bb', '#b3437d'];
const PRESSED_MOST = 4000;
const TOAST_SHOWN = 3500;
export const NARROW = matchMedia('(max-width: 45em)');

export class Phone {
  constructor(state, onRead) {
    this.state = state;
    this.onRead = onRead;
    this.unread = 0;
    this.log = make('div', { class: 'log', role: 'log', tabindex: '0', 'aria-live': 'off', onkeydown: (event) => this.walkKeys(event) });
    this.status = make('p', { class: 'status' });
    this.toast = make('p', { class: 'toast', role: 'status' });
    this.foot = make('footer');
    this.head = make('header');
    this.toEnd = make('button', { type: 'button', class: 'round to-end', hidden: true, onclick: () => this.scrollToEnd() }, icon('down'));
    const chat = make('div', { class: 'chat' }, this.log, this.toEnd, this.toast);
    this.element = make('section', { class: 'phone', id: `phone-${state.id}` }, this.head, chat, this.foot);
    this.following = true;
    this.log.addEventListener('scroll', () => {
      this.following = this.atEnd();
      this.toEnd.hidden = this.following;
    });
    new ResizeObserver(() => { if (this.following) this.scrollToEnd(); }).observe(this.log);
    for (const kind of ['pointerenter', 'pointerdown', 'focusin']) {
      this.element.addEventListener(kind, () => this.read());
    }
    this.render();
  }

  get id() { return this.state.id; }

  render() {
    this.element.setAttribute('aria-label', word('chat', { name: this.state.name }));
    this.log.setAttribute('aria-label', word('chat', { name: this.state.name }));
    this.toEnd.setAttribute('aria-label', word('toEnd'));
    this.renderHead();
    this.renderFoot();
    this.log.replaceChildren();
    this.day = null;
    if (!this.state.messages.length) this.log.append(make('p', { class: 'day empty' }, word('empty')));
    for (const message of this.state.messages) this.append(message);
    this.scrollToEnd();
  }

  // The open phone: on a narrow screen the only one to be seen, and the one that is read aloud.
  activate(active) {
    this.element.classList.toggle('active', active);
    this.element.classList.toggle('has-news', this.unread > 0);
    this.log.setAttribute('aria-live', active ? 'polite' : 'off');
  }

  renderHead() {
    const busy = this.head.contains(document.activeElement);
    const { name, caption } = this.state;
    const initials = name.split(/\s+/).map((part) => part[0]).slice(0, 2).join('');
    const avatar = make('span', { class: 'avatar', 'aria-hidden': 'true' }, initials);
    avatar.style.background = colourOf(this.id);
    this.showStatus(caption);
    const more = popup({ class: 'round more', 'aria-label': word('more'), title: word('more') }, [icon('more')], (close) => {
      const gesture = this.state.blocked ? 'unblock' : 'block';
      const run = () => { close(); this.attempt(api.act(this.id, gesture)); };
      return [make('button', { type: 'button', onclick: run, disabled: !this.state.started }, word(gesture))];
    });
    const names = make('div', { class: 'names' }, make('h2', {}, name), this.status);
    const head = make('header', { class: 'head' }, avatar, names, more);
    this.head.replaceWith(head);
    this.head = head;
    if (busy) head.querySelector('button').focus();
  }

  renderFoot() {
    const draft = this.foot.querySelector('textarea')?.value ?? '';
    const typing = this.foot.contains(document.activeElement);
    const foot = composer(this.state, (promise) => this.attempt(promise));
    this.foot.replaceWith(foot);
    this.foot = foot;
    const field = foot.querySelector('textarea');
    if (field) field.value = draft;
    if (typing) (field ?? foot.querySelector('button'))?.focus();
  }

  async attempt(promise) {
    try {
      await promise;
    } catch {
      notice(word('failed'));
    }
  }

  // Changes

  apply({ kind, value }) {
    if (kind === 'message') this.arrive(value);
    else if (kind === 'edited') this.replace(value);
    else if (kind === 'deleted') this.remove(value);
    else if (kind === 'toast') this.say(value);
    else if (kind === 'typing') this.showTyping();
    else if (kind === 'chat') { this.change(value); }
  }

  // Draws again only what differs, so that an open menu or a half-written text stays.
  change(state) {
    const shown = ({ commands, keyboard, started, blocked }) => JSON.stringify([commands, keyboard, started, blocked]);
    const before = shown(this.state);
    Object.assign(this.state, state);
    if (shown(this.state) === before) return;
    this.renderHead();
    this.renderFoot();
  }

  arrive(message) {
    if (this.state.messages.some((known) => known.message_id === message.message_id)) return;
    const follow = this.atEnd() || !message.from.is_bot;
    this.log.querySelector('.empty')?.remove();
    this.state.messages.push(message);
    this.append(message, 'new');
    if (follow) this.scrollToEnd();
    if (message.from.is_bot) {
      this.release();
      this.showStatus(this.state.caption);
      if (!this.isWatched()) this.unread += 1;
      if (!this.element.classList.contains('active')) told(this.state.name);
      this.onRead();
    }
  }

  replace(message) {
    const index = this.state.messages.findIndex((known) => known.message_id === message.message_id);
    if (index < 0) return;
    this.state.messages[index] = message;
    const old = this.find(message.message_id);
    const label = old?.contains(document.activeElement) ? document.activeElement.textContent : null;
    const follow = this.atEnd();
    const fresh = this.item(message);
    old?.replaceWith(fresh);
    if (label !== null) this.focusOn(sameKey(fresh, label));
    if (follow) this.scrollToEnd();
  }

  remove(messageId) {
    this.state.messages = this.state.messages.filter((known) => known.message_id !== messageId);
    const item = this.find(messageId);
    const focused = item?.contains(document.activeElement);
    item?.remove();
    if (focused) this.focusOn(null);
  }

  // On the button, else on the first one of the newest message, else on the chat.
  focusOn(key) {
    (key ?? sameKey(this.log.lastElementChild ?? this.log, '') ?? this.log).focus({ preventScroll: true });
  }

  say({ text, alert }) {
    this.release();
    const before = document.activeElement;
    clearTimeout(this.toastTimer);
    this.toast.replaceChildren(text);
    this.toast.classList.add('shown');
    this.toast.classList.toggle('alert', alert);
    const hide = () => {
      this.toast.classList.remove('shown');
      if (alert) (before?.isConnected && this.element.contains(before) ? before : this.log).focus();
    };
    if (alert) {
      const onkeydown = (event) => { if (event.key === 'Escape') { event.preventDefault(); hide(); } };
      this.toast.append(make('button', { type: 'button', onclick: hide, onkeydown }, word('ok')));
      this.toast.querySelector('button').focus();
    } else {
      this.toastTimer = setTimeout(hide, TOAST_SHOWN);
    }
  }

  showTyping() {
    this.showStatus(word('typing'));
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.showStatus(this.state.caption), 5000);
  }

  showStatus(text) {
    this.status.textContent = this.state.blocked ? word('blocked') : text;
    this.status.classList.toggle('warning', this.state.blocked);
  }

  isWatched() {
    const alone = NARROW.matches && this.element.classList.contains('active');
    return alone || this.element.matches(':hover, :focus-within');
  }

  read() {
    if (!this.unread) return;
    this.unread = 0;
    this.onRead();
  }

  // The list of messages

  append(message, extra) {
    const day = dayOf(message.date);
    if (day !== this.day) {
      this.day = day;
      this.log.append(make('p', { class: 'day' }, day));
    }
    const item = this.item(message);
    if (extra) item.classList.add(extra);
    this.log.append(item);
  }

  item(message) {
    return bubble(message, {
      onCommand: (text) => this.attempt(api.act(this.id, 'say', { text })),
      onPress: ({ message_id }, button, data) => this.press(message_id, button, data),
    });
  }

  press(messageId, button, data) {
    button.classList.add('pressed');
    button.setAttribute('aria-busy', 'true');
    setTimeout(() => this.releaseOne(button), PRESSED_MOST);
    this.attempt(api.act(this.id, 'press', { message_id: messageId, data }));
  }

  release() {
    for (const button of this.log.querySelectorAll('.pressed')) this.releaseOne(button);
  }

  releaseOne(button) {
    button.classList.remove('pressed');
    button.removeAttribute('aria-busy');
  }

  find(messageId) { return this.log.querySelector(`[data-id="${messageId}"]`); }

  // Into the phone by keyboard: to its chat, or to «Начать» before there is one.
  enter() {
    const target = this.state.started ? this.log : this.foot.querySelector('button');
    target.focus({ preventScroll: true });
  }

  walkKeys(event) {
    if (hasModifier(event) || !event.target.matches('.keyboard .key')) return;
    const next = event.key.startsWith('Arrow') ? keyBeside(event.target, event.key) : null;
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  atEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 80; }

  scrollToEnd() { this.log.scrollTop = this.log.scrollHeight; }

  show() {
    const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth';
    this.element.scrollIntoView({ behavior, inline: 'center', block: 'nearest' });
    this.scrollToEnd();
    this.read();
    this.element.classList.add('called');
    setTimeout(() => this.element.classList.remove('called'), 1200);
  }
}

export const colourOf = (id) => COLOURS[id % COLOURS.length];
