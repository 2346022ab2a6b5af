// A week of somebody's calendar: what is in it and where it stands. No elements.

import { occurrences } from "/series.js";
import { DAY, HOUR, dayOf } from "/zones.js";

const FIRST_HOUR = 7;
const LAST_HOUR = 22;
const SHORTEST = HOUR / 2; // what is shorter is drawn this tall

/**
 * What stands in the week that begins at the wall `begins`: {bars, blocks, firstHour, lastHour}.
 *
 * A bar is a whole day or several: {key, event, component, from, days, row, start, end}, from the nth day. A block is a part
 * of one day: {key, event, component, day, top, length, lane, lanes, start, end}, top and length in hours from midnight.
 */
export function layOut(events, begins, zone) {
  const all = events.flatMap((event) =>
    occurrences(event.components, begins, begins + 7 * DAY, zone).map((one) => ({ ...one, event, key: `${event.id}|${one.key}` })),
  );
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const isBar = ({ isWhole, start, end }) => isWhole || end - start >= DAY;
  const blocks = all.filter((one) => !isBar(one)).flatMap((one) => pieces(one, begins));
  for (let day = 0; day < 7; day += 1) share(blocks.filter((block) => block.day === day));
  return {
    bars: rows(all.filter(isBar).map((one) => bar(one, begins))),
    blocks,
    firstHour: Math.min(FIRST_HOUR, ...blocks.map(({ top }) => Math.floor(top))),
    lastHour: Math.max(LAST_HOUR, ...blocks.map(({ top, length }) => Math.min(24, Math.ceil(top + length)))),
  };
}

function bar(one, begins) {
  const from = Math.max(0, (dayOf(one.start) - begins) / DAY);
  const until = Math.min(7, Math.ceil((one.end - begins) / DAY));
  return { ...one, from, days: Math.max(1, until - from), row: 0 };
}

/** One piece for each day: what goes on past midnight goes on in the next column. */
function pieces(one, begins) {
  const found = [];
  for (let day = 0; day < 7; day += 1) {
    const midnight = begins + day * DAY;
    const from = Math.max(one.start, midnight);
    const until = Math.min(Math.max(one.end, from), midnight + DAY);
    const isHere = one.start < midnight + DAY && (one.end > midnight || one.start >= midnight);
    if (!isHere) continue;
    const key = one.start < midnight ? `${one.key}|after` : one.key;
    const length = Math.max(until - from, Math.min(SHORTEST, midnight + DAY - from));
    found.push({ ...one, key, day, top: (from - midnight) / HOUR, length: length / HOUR, lane: 0, lanes: 1 });
  }
  return found;
}

/** Blocks of one day that overlap stand side by side; all that hang together are equally wide. */
function share(blocks) {
  let cluster = [];
  let lanes = [];
  const close = () => {
    for (const block of cluster) block.lanes = lanes.length;
    [cluster, lanes] = [[], []];
  };
  for (const block of blocks.sort((a, b) => a.top - b.top)) {
    if (lanes.every((end) => end <= block.top)) close();
    const free = lanes.findIndex((end) => end <= block.top);
    block.lane = free < 0 ? lanes.length : free;
    lanes[block.lane] = block.top + block.length;
    cluster.push(block);
  }
  close();
}

/** Bars that share a day stand below each other. */
function rows(bars) {
  const ends = [];
  for (const one of bars) {
    const free = ends.findIndex((end) => end <= one.from);
    one.row = free < 0 ? ends.length : free;
    ends[one.row] = one.from + one.days;
  }
  return bars;
}

/** What is different between two readings of a calendar: [{kind: "added" | "moved" | "removed", event}]. */
export function changesBetween(before, after) {
  const [old, now] = [byIdOf(before), byIdOf(after)];
  const changes = [];
  for (const [id, event] of now) {
    if (!old.has(id)) changes.push({ kind: "added", event });
    else if (essence(old.get(id)) !== essence(event)) changes.push({ kind: "moved", event });
  }
  for (const [id, event] of old) if (!now.has(id)) changes.push({ kind: "removed", event });
  return changes;
}

const byIdOf = (events) => new Map(events.map((event) => [event.id, event]));

/** What people see of an event, as one string. */
function essence(event) {
  return JSON.stringify(
    event.components.map(({ summary, start, end, location, recurrence, attendees, recurringEventId }) => [
      summary,
      start,
      end,
      location,
      recurrence,
      attendees?.map((one) => one.email),
      recurringEventId,
    ]),
  );
}
