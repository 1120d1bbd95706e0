// The page's talk with the server.

async function post(path, body) {
  const options = { method: 'POST', body };
  if (!(body instanceof FormData)) {
    options.body = JSON.stringify(body ?? {});
    options.headers = { 'Content-Type': 'application/json' };
  }
  const answer = await fetch(path, options);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

async function get(path) {
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return answer.json();
}

export const state = () => get('/phones/state');
export const clock = () => get('/clock');
export const leap = (by) => post('/clock', { by });
export const beginAnew = () => post('/reset');
export const act = (person, gesture, said) => post(`/phones/${person}/${gesture}`, said);
export const fileAddress = (fileId) => `/phones/files/${encodeURIComponent(fileId)}`;

export function sendFile(person, kind, file, caption) {
  const form = new FormData();
  form.set('kind', kind);
  form.set('caption', caption);
  form.set('file', file);
  return post(`/phones/${person}/file`, form);
}

// Calls `onChange` with each change, `onOpen` at every (re)connection, `onLost` when the line breaks.
export function listen({ onChange, onOpen, onLost }) {
  const source = new EventSource('/phones/events');
  source.onopen = onOpen;
  source.onerror = onLost;
  source.onmessage = (event) => onChange(JSON.parse(event.data));
}
