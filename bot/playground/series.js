// When an event takes place: once, or again and again (RFC 5545), with days left out and days that differ.

import { DAY, HOUR, dayOf, instantOf, read, wallOf } from "/zones.js";

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const MOST_PERIODS = 20_000; // a rule that never comes true ends here

/**
 * The occurrences of an event between two walls of `zone`: [{key, component, start, end, isWhole}], start and end as walls
 * of `zone`. A key stays the same when its occurrence is moved.
 */
export function occurrences(components, from, until, zone) {
  const [master, ...exceptions] = components;
  const found = exceptions.map((one) => occurrence(one, begin(one), zone, `${one.eventId}|${replaced(one, master)}`));
  const gone = new Set(exceptions.map((one) => replaced(one, master)));
  if (master.recurrence?.length) {
    // Zones are less than 15 hours apart from UTC, so a series in its own zone is looked through a little wider.
    const starts = expand(master, from - length(master) - 2 * DAY, until + 2 * DAY, gone);
    found.push(...starts.map((start) => occurrence(master, start, zone, `${master.eventId}|${start}`)));
  } else {
    found.push(occurrence(master, begin(master), zone, master.eventId));
  }
  return found.filter(({ start, end }) => start < until && (end > from || start >= from));
}

const isWhole = (component) => Boolean(component.start.date);
const begin = (component) => read(component.start.date ?? component.start.dateTime);

/** In milliseconds: true time, so that a meeting keeps its length when the clocks change. */
function length(component) {
  const { start, end = start } = component;
  if (isWhole(component)) return Math.max(DAY, read(end.date) - read(start.date));
  return Math.max(0, instantOf(read(end.dateTime), end.timeZone) - instantOf(read(start.dateTime), start.timeZone));
}

function occurrence(component, wall, zone, key) {
  if (isWhole(component)) return { key, component, start: wall, end: wall + length(component), isWhole: true };
  const start = instantOf(wall, component.start.timeZone);
  const end = start + length(component);
  return { key, component, start: wallOf(start, zone), end: wallOf(end, zone), isWhole: false };
}

/** The wall, in the zone of the series, at which the occurrence stood that this one replaces. */
function replaced(exception, master) {
  const [, zone, value] = (exception.recurringEventId ?? "").match(/^(?:TZID=([^:;]+):|VALUE=DATE:)?(\S*)$/) ?? [];
  return value ? stamp(value, zone, master) : begin(exception);
}

/** "20250402T150000", with or without Z, or "20250402": the wall in the zone of the series. */
function stamp(text, zone, master) {
  const [, year, month, day, hour, minute, second, utc] = text.match(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/) ?? [];
  const date = Date.UTC(year, month - 1, day);
  const own = master.start.timeZone;
  if (hour === undefined) return date + (begin(master) - dayOf(begin(master))); // a day means the occurrence of that day
  const wall = date + hour * HOUR + minute * 60_000 + second * 1_000;
  if (isWhole(master)) return dayOf(wall);
  if (utc) return wallOf(wall, own);
  return zone && zone !== own ? wallOf(instantOf(wall, zone), own) : wall;
}

function expand(master, from, until, gone) {
  const first = begin(master);
  const starts = new Set([first]); // it counts whether the rule meets it or not
  const out = new Set(gone);
  for (const line of master.recurrence) {
    const [, name, parameters, value] = line.match(/^(RRULE|RDATE|EXDATE)((?:;[^:]*)?):(.+)$/) ?? [];
    const zone = parameters?.match(/TZID=([^;]+)/)?.[1];
    if (name === "RRULE") for (const start of ruled(rule(value), first, from, until, master)) starts.add(start);
    if (name === "RDATE") for (const text of value.split(",")) starts.add(stamp(text, zone, master));
    if (name === "EXDATE") for (const text of value.split(",")) out.add(stamp(text, zone, master));
  }
  return [...starts].filter((start) => !out.has(start) && start >= from && start <= until).sort((a, b) => a - b);
}

function rule(value) {
  const parts = Object.fromEntries(value.toUpperCase().split(";").map((part) => part.split("=")));
  const numbers = (name) => parts[name]?.split(",").map(Number);
  return {
    frequency: parts.FREQ,
    interval: Math.max(1, Number(parts.INTERVAL ?? 1)),
    count: parts.COUNT ? Number(parts.COUNT) : Infinity,
    until: parts.UNTIL,
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.WKST ?? "MO")),
    weekdays: parts.BYDAY?.split(",").map((day) => ({
      nth: parseInt(day, 10) || 0,
      weekday: WEEKDAYS.indexOf(day.slice(-2)),
    })),
    monthDays: numbers("BYMONTHDAY"),
    months: numbers("BYMONTH"),
    positions: numbers("BYSETPOS"),
  };
}

function* ruled(rule, first, from, until, master) {
  let last = until;
  if (rule.until) last = Math.min(last, stamp(rule.until, undefined, master) + (rule.until.includes("T") ? 0 : DAY - 1));
  // What is counted has to be counted from the beginning; all else can be skipped.
  const skipped = rule.count === Infinity ? Math.max(0, Math.floor((from - first) / longest(rule)) - 1) : 0;
  let left = rule.count;
  for (let period = skipped; period < skipped + MOST_PERIODS; period += 1) {
    const { begins, days } = PERIODS[rule.frequency]?.(rule, first, period) ?? { begins: Infinity };
    if (begins > last) return;
    for (const day of picked(days.sort((a, b) => a - b), rule.positions)) {
      const start = day + (first - dayOf(first));
      if (start < first) continue;
      if (start > last || left <= 0) return;
      left -= 1;
      if (start >= from) yield start;
    }
  }
}

function longest({ frequency, interval }) {
  return interval * DAY * { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 }[frequency];
}

const picked = (days, positions) =>
  positions ? days.filter((_, index) => positions.includes(index + 1) || positions.includes(index - days.length)) : days;

/** By frequency: when the nth period begins, and the days in it that the rule means. */
const PERIODS = {
  DAILY(rule, first, n) {
    const day = dayOf(first) + n * rule.interval * DAY;
    return { begins: day, days: [day].filter((one) => inMonths(rule, one) && onMonthDay(rule, one) && onWeekday(rule, one)) };
  },
  WEEKLY(rule, first, n) {
    const weekday = (day) => (new Date(day).getUTCDay() - rule.weekStart + 7) % 7;
    const begins = dayOf(first) - weekday(first) * DAY + n * rule.interval * 7 * DAY;
    const week = Array.from({ length: 7 }, (_, index) => begins + index * DAY);
    const wanted = rule.weekdays ?? [{ weekday: new Date(first).getUTCDay() }];
    return { begins, days: week.filter((day) => inMonths(rule, day) && onWeekday({ weekdays: wanted }, day)) };
  },
  MONTHLY(rule, first, n) {
    const start = new Date(first);
    const begins = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + n * rule.interval, 1);
    return { begins, days: inMonths(rule, begins) ? daysOfMonth(rule, begins, start.getUTCDate()) : [] };
  },
  YEARLY(rule, first, n) {
    const start = new Date(first);
    const year = start.getUTCFullYear() + n * rule.interval;
    const months = rule.months ?? [start.getUTCMonth() + 1];
    const days = months.flatMap((month) => daysOfMonth(rule, Date.UTC(year, month - 1, 1), start.getUTCDate()));
    return { begins: Date.UTC(year, 0, 1), days };
  },
};

const inMonths = (rule, day) => !rule.months || rule.months.includes(new Date(day).getUTCMonth() + 1);
const onWeekday = (rule, day) => !rule.weekdays || rule.weekdays.some(({ weekday }) => weekday === new Date(day).getUTCDay());

function onMonthDay(rule, day) {
  const [, last] = monthOf(day);
  const date = new Date(day).getUTCDate();
  return !rule.monthDays || rule.monthDays.some((wanted) => date === (wanted < 0 ? last + 1 + wanted : wanted));
}

/** The first day of a day's month, and how many days that month has. */
function monthOf(day) {
  const date = new Date(day);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [Date.UTC(year, month, 1), new Date(Date.UTC(year, month + 1, 0)).getUTCDate()];
}

function daysOfMonth(rule, day, usual) {
  const [begins, last] = monthOf(day);
  const month = Array.from({ length: last }, (_, index) => begins + index * DAY);
  if (!rule.weekdays && !rule.monthDays) return month.slice(usual - 1, usual);
  return month.filter((one) => onMonthDay(rule, one) && isNth(rule.weekdays, one, last));
}

/** Whether a day is, say, the third Thursday of its month, or the last Friday. */
function isNth(weekdays, day, last) {
  const date = new Date(day).getUTCDate();
  const [fromStart, fromEnd] = [Math.ceil(date / 7), -Math.ceil((last - date + 1) / 7)];
  return (
    !weekdays ||
    weekdays.some(
      ({ nth, weekday }) => weekday === new Date(day).getUTCDay() && (nth === 0 || nth === fromStart || nth === fromEnd),
    )
  );
}
