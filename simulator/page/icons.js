// Line icons drawn here, so that the page needs no font for them.

const PATHS = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  clip: 'M20 11.5 12.3 19a5 5 0 0 1-7-7L13 4.3a3.3 3.3 0 0 1 4.7 4.7L10 16.7a1.6 1.6 0 0 1-2.3-2.3L14.5 7.6',
  send: 'M4 12 20 4l-5 16-3.5-6.5zM11.5 13.5 20 4',
  more: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  down: 'M6 9.5l6 6 6-6',
  out: 'M8 16 17 7M9 7h8v8',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9v.01',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  voice: 'M12 4v9M9 6v5M15 6v5M6 11a6 6 0 0 0 12 0M12 17v4',
  person: 'M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20a7 7 0 0 1 14 0',
};

const SVG = 'http://www.w3.org/2000/svg';

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
