"""How well the page's texts can be read: the ratio of contrast after WCAG 2.2, 1.4.3."""

PALE_TEXTS = """() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], below) => [r, g, b].map((part, i) => part * a + below[i] * (1 - a));
  const light = (colour) => colour
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
  const ratio = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // Every colour that may lie under an element; of a gradient each of its stops.
  const grounds = (element) => {
    if (!element) return [[255, 255, 255]];
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    const stops = backgroundImage.match(/rgba?\\([^)]*\\)/g);
    if (stops) return stops.map((stop) => rgba(stop).slice(0, 3));
    const own = rgba(backgroundColor);
    return own[3] === 1 ? [own.slice(0, 3)] : grounds(element.parentElement).map((below) => over(own, below));
  };
  const found = [];
  for (const element of document.querySelectorAll('body *')) {
    const text = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data.trim()).join('');
    if (!text || !element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.closest('.hidden, :disabled')) continue;
    const ink = rgba(getComputedStyle(element).color);
    const worst = Math.min(...grounds(element).map((ground) => ratio(over(ink, ground), ground)));
    if (worst < 4.5) found.push(`${text.slice(0, 30)}: ${worst.toFixed(2)}`);
  }
  return found;
}"""
"""Gives those that are under 4.5 to 1 against what lies behind them, with their ratio."""
