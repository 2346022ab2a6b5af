// What every system holds for somebody, as events of one shape. No elements.

import { DAY, dayOf, instantOf, read, wallOf } from "/zones.js";

const MIRROR = "yotei-jicoo-"; // begins the id of the LINE WORKS event that shows a Jicoo booking

/**
 * Everything that stands in the calendars of `person`: [{id, system, kind, components, held}], system by system.
 *
 * `kind` is "own", "invited" or "shared" (with `shared`, that calendar) at LINE WORKS, else "booking", "schedule" or "office".
 * `components` are as LINE WORKS has them, the event or series first; `held` is what the system itself has.
 */
export function eventsOf(line, states, person) {
  return Object.entries(READERS).flatMap(([system, events]) =>
    states[system] ? events(states[system], person, line).map((event) => ({ system, ...event })) : [],
  );
}

const READERS = {
  /** Their own events, those of a shared calendar of theirs, and those they are invited to. */
  lineworks({ events }, person, line) {
    const attends = (component) => (component.attendees ?? []).some(({ email }) => isMail(email, person));
    return events
      .map(({ userId, calendarId, eventComponents }) => {
        const shared = line.calendars.find((one) => one.calendarId === calendarId);
        const isOwn = shared ? shared.members.includes(person.userId) : userId === person.userId;
        if (!isOwn && !eventComponents.some(attends)) return null;
        const [{ eventId }] = eventComponents;
        const kind = shared && isOwn ? "shared" : isOwn ? "own" : "invited";
        const mirrors = eventId.startsWith(MIRROR) ? bookingId(eventId.slice(MIRROR.length)) : null;
        return { id: `${calendarId}|${eventId}`, kind, shared, mirrors, components: eventComponents, held: eventComponents[0] };
      })
      .filter(Boolean);
  },

  /** What guests have booked with them, and what they have put there themselves. */
  jicoo({ bookings, schedules }, person) {
    const isTheirs = ({ userId, email }) => (userId ? userId === person.jicooUserId : isMail(email, person));
    const booked = bookings.filter(({ hosts, status }) => status !== "cancel" && hosts.some(isTheirs));
    const put = schedules.filter(({ attendees, status }) => status !== "cancel" && attendees.some(isTheirs));
    return [
      ...booked.map((held) => {
        const guests = held.contacts.map(({ name }) => name).join(" / ");
        const summary = guests ? `${held.name} (${guests})` : held.name;
        const when = between(held.startedAt, held.endedAt);
        return { id: bookingId(held.uid), kind: "booking", held, components: [{ eventId: held.uid, summary, ...when }] };
      }),
      ...put.map((held) => {
        const { uid, name, isAllDay, startedAt, endedAt, timeZone, transparency, displayType } = held;
        const when = isAllDay ? wholeDays(startedAt, endedAt, timeZone) : between(startedAt, endedAt);
        const component = {
          eventId: uid,
          summary: name,
          ...when,
          location: held.address ?? held.customLocation,
          transparency: transparency?.toUpperCase(),
          visibility: displayType === "private" ? "PRIVATE" : "PUBLIC",
        };
        return { id: `schedule|${uid}`, kind: "schedule", held, components: [component] };
      }),
    ];
  },

  /** What they are a recipient of. */
  backoffice({ events }, person) {
    return events
      .filter(({ recipients }) => recipients.some((mail) => isMail(mail, person)))
      .map((held) => {
        const component = { eventId: String(held.id), summary: held.caption, ...between(held.startDate, held.endDate) };
        return { id: `office|${held.id}`, kind: "office", held, components: [component] };
      });
  },
};

const isMail = (mail, person) => mail?.toLowerCase() === person.email.toLowerCase();
const bookingId = (uid) => `booking|${uid}`;

/** Two instants in ISO 8601, with any offset. */
function between(start, end) {
  const at = (text) => ({ dateTime: new Date(text).toISOString().slice(0, 19), timeZone: "UTC" });
  return { start: at(start), end: at(end) };
}

/** The days of `zone` that two instants lie in; like at LINE WORKS, `end` is the day after the last. */
function wholeDays(start, end, zone) {
  const [from, until] = [start, end].map((text) => wallOf(new Date(text), zone));
  const at = (wall) => ({ date: new Date(wall).toISOString().slice(0, 10) });
  return { start: at(from), end: at(Math.max(dayOf(from) + DAY, Math.ceil(until / DAY) * DAY)) };
}

/**
 * A booking and the LINE WORKS event that shows it, as one: that event with `booking`, what Jicoo has. They stay two while
 * they disagree about the time, for then one of them is wrong.
 */
export function joined(events) {
  const bookings = new Map(events.filter(({ kind }) => kind === "booking").map((one) => [one.id, one]));
  const mirrored = new Map();
  for (const event of events) {
    const booking = bookings.get(event.mirrors);
    if (booking && takesPlace(booking) === takesPlace(event)) mirrored.set(event, booking);
  }
  const drawn = new Set(mirrored.values());
  return events
    .filter((event) => !drawn.has(event))
    .map((event) => (mirrored.has(event) ? { ...event, id: event.mirrors, booking: mirrored.get(event).held } : event));
}

/** From when until when, as one string. */
function takesPlace({ components: [{ start, end }] }) {
  const instant = ({ date, dateTime, timeZone }) => date ?? instantOf(read(dateTime), timeZone);
  return `${instant(start)}|${instant(end)}`;
}
