/** Times as people say them, in the language of the page. */

const language = () => document.documentElement.lang || undefined;
const formats = new Map();

function format(key, options) {
  const name = `${language()}/${key}`;
  if (!formats.has(name)) {
    formats.set(name, new Intl.DateTimeFormat(language(), options));
  }
  return formats.get(name);
}

/** Hours and minutes. @param {string | number | Date} time */
export function clock(time) {
  return format('clock', { hour: 'numeric', minute: '2-digit' }).format(new Date(time));
}

/** A day: today, yesterday, a weekday, a date. @param {string | number | Date} time */
export function day(time) {
  const date = new Date(time);
  const days = Math.round((startOfDay(new Date()) - startOfDay(date)) / 86_400_000);
  if (days >= 0 && days < 2) {
    const word = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-days, 'day');
    return word.charAt(0).toUpperCase() + word.slice(1);
  }
  if (days > 0 && days < 7) {
    return format('weekday', { weekday: 'long' }).format(date);
  }
  const thisYear = date.getFullYear() === new Date().getFullYear();
  return thisYear
    ? format('day', { day: 'numeric', month: 'long' }).format(date)
    : format('date', { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/** Everything. @param {string | number | Date} time */
export function full(time) {
  return format('full', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));
}

/** How long ago, briefly: now, 5 m, 3 h, yesterday's date. @param {string | number | Date} time */
export function ago(time) {
  const seconds = Math.max(0, (Date.now() - new Date(time).getTime()) / 1000);
  if (seconds < 60) {
    return 'now';
  }
  if (seconds < 3600) {
    return `${Math.floor(seconds / 60)} m`;
  }
  return sameDay(time, new Date()) ? clock(time) : format('short', { day: 'numeric', month: 'short' }).format(new Date(time));
}

/** A length of time, briefly. @param {number} seconds */
export function duration(seconds) {
  if (seconds < 60) {
    return `${Math.round(seconds)} s`;
  }
  if (seconds < 3600) {
    const rest = Math.round(seconds % 60);
    return `${Math.floor(seconds / 60)} m${rest ? ` ${rest} s` : ''}`;
  }
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} m`;
}

/** @param {any} one @param {any} other */
export function sameDay(one, other) {
  return startOfDay(new Date(one)) === startOfDay(new Date(other));
}

function startOfDay(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
