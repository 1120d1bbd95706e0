// Walking about with the keyboard: arrows among buttons, from phone to phone, back to the names.

const STEPS = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

// The neighbour of `current` in a list of elements for an arrow, Home or End; null for any other key.
export function neighbour(items, current, key) {
  if (key === 'Home') return items.at(0);
  if (key === 'End') return items.at(-1);
  const step = STEPS[key];
  if (!step) return null;
  return items[Math.min(Math.max(items.indexOf(current) + step, 0), items.length - 1)];
}

// A list through which arrows, Home and End move the focus; Tab enters it at one place only.
export function walkable(list, selector) {
  list.addEventListener('keydown', (event) => {
    const items = [...list.querySelectorAll(selector)];
    const next = items.includes(event.target) && !hasModifier(event) ? neighbour(items, event.target, event.key) : null;
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

// The key of an inline keyboard beside or above `key`; null at the edge.
export function keyBeside(key, direction) {
  const row = key.parentElement;
  const keys = [...row.children];
  const column = keys.indexOf(key);
  if (direction === 'ArrowLeft' || direction === 'ArrowRight') return keys[column + STEPS[direction]] ?? null;
  const other = direction === 'ArrowUp' ? row.previousElementSibling : row.nextElementSibling;
  if (!other) return null;
  return other.children[Math.round(column * (other.children.length - 1) / Math.max(keys.length - 1, 1))];
}

export const hasModifier = (event) => event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;

// Where the focus goes when the keyboard under it was drawn anew: the button of the same label, else the first.
export function sameKey(root, label) {
  const keys = [...root.querySelectorAll('.key:enabled, a.key')];
  return keys.find((key) => key.textContent === label) ?? keys[0] ?? null;
}
