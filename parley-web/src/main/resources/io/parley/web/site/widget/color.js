/** A website's colour, and what can be read on it and in it. */
const DARK = [20, 22, 31];
const WHITE = [255, 255, 255];
const CARD = WHITE;
const DARK_CARD = [27, 30, 42];
const READABLE = 4.6;

/** @param {string} color as #rgb or #rrggbb */
function channels(color) {
  const long = color.length < 7 ? color.replace(/[0-9a-f]/gi, '$&$&') : color;
  return [1, 3, 5].map((at) => parseInt(long.slice(at, at + 2), 16));
}

function luminance(color) {
  const [red, green, blue] = color.map((each) => (each / 255 <= 0.04 ? each / 255 / 12.92 : ((each / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself if it can be read on the ground, else as near to it as can be. */
function readable(color, ground, towards) {
  let shade = color;
  for (let part = 0; part <= 1 && contrast(shade, ground) < READABLE; part += 0.05) {
    shade = color.map((each, index) => Math.round(each + (towards[index] - each) * part));
  }
  return shade;
}

const css = (color) => `rgb(${color.join(' ')})`;

/** Sets the colours of the page. @param {string} color as #rgb or #rrggbb @param {CSSStyleDeclaration} style */
export function paint(color, style) {
  const brand = channels(color);
  style.setProperty('--brand', css(brand));
  style.setProperty('--brand-ink', css(contrast(brand, WHITE) >= contrast(brand, DARK) ? WHITE : DARK));
  style.setProperty('--on-light', css(readable(brand, CARD, DARK)));
  style.setProperty('--on-dark', css(readable(brand, DARK_CARD, WHITE)));
}
