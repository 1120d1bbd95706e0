// What a screen reader is told: the open phone's new messages in full, of the other phones only whose they are.

import { word } from './words.js';

const GATHERED = 700;

const names = new Set();
let timer;

// `name` has got a message on a phone that is not the open one. Many at once are told in one sentence.
export function told(name) {
  names.add(name);
  clearTimeout(timer);
  timer = setTimeout(() => {
    document.getElementById('news').textContent = word('news', { names: [...names].join(', ') });
    names.clear();
  }, GATHERED);
}
