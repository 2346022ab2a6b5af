// Times and zones. A "wall" is what a clock on the wall shows, held as the milliseconds at which UTC shows the same:
// walls of one zone can be compared and counted with, and a day always lasts 24 hours.

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const clocks = new Map();

function clock(zone) {
  let known = clocks.get(zone);
  if (!known) {
    const shown = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric" };
    try {
      known = new Intl.DateTimeFormat("en-US", { ...shown, hourCycle: "h23", timeZone: zone });
    } catch {
      known = clock("UTC"); // a zone that this browser has not heard of yet
    }
    clocks.set(zone, known);
  }
  return known;
}

/** What the clocks of `zone` show at an instant. */
export function wallOf(instant, zone) {
  const part = {};
  for (const { type, value } of clock(zone).formatToParts(instant)) part[type] = Number(value);
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

/** The instant at which the clocks of `zone` show `wall`: the first one when they do twice, the hour after when never. */
export function instantOf(wall, zone) {
  const before = wall - (wallOf(wall - DAY, zone) - (wall - DAY));
  const after = wall - (wallOf(wall + DAY, zone) - (wall + DAY));
  return wallOf(before, zone) === wall || wallOf(after, zone) !== wall ? before : after;
}

/** "2025-04-02T15:00:00" or "2025-04-02" as a wall. */
export function read(text) {
  const [, year, month, day, hour = 0, minute = 0, second = 0] = text.match(/(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+)(?::(\d+))?)?/);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The midnight at which the day of `wall` began. */
export const dayOf = (wall) => Math.floor(wall / DAY) * DAY;

/** The midnight at which the week of `wall` began; weeks begin on Monday. */
export const weekOf = (wall) => dayOf(wall) - ((new Date(wall).getUTCDay() + 6) % 7) * DAY;

/** "15:00"; what ends with the day ends at "24:00" when `isEnd`. */
export function time(wall, isEnd = false) {
  return isEnd && wall % DAY === 0 ? "24:00" : new Date(wall).toISOString().slice(11, 16);
}

/** A wall as `language` writes it, by the options of Intl.DateTimeFormat. */
export function written(wall, language, options) {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(wall);
}
