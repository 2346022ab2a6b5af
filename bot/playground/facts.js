// What a system tells of an event, in words: pairs of a name and a text or element.

import { el } from "/dom.js";

/**
 * The sources of an event, [{system, facts: [[name, value], …]}]: two for a booking that LINE WORKS shows. `component` is the
 * occurrence that is looked at. Values that are missing are left out.
 */
export function sourcesOf(event, component, line, words, language) {
  const facts = (system, held) => ({ system, facts: FACTS[system](held, line, words, language, component, event) });
  const sources = [facts(event.system, event.held)];
  if (event.booking) sources.push(facts("jicoo", event.booking));
  return sources.map(({ system, facts }) => ({ system, facts: facts.filter(([, value]) => value) }));
}

const FACTS = {
  lineworks({ recurrence }, line, words, language, component, { shared }) {
    const named = ({ email, displayName }) => nameOf(line, email, displayName);
    const answer = (one) => [words[one.partstat], one.isOptional && words.optional];
    return [
      [words.organizer, component.organizer && named(component.organizer)],
      [words.attendees, listed((component.attendees ?? []).map((one) => [named(one), answer(one)]))],
      [words.place, component.location],
      [words.note, component.description],
      [words.repeats, recurrence?.join(" ")],
      [words.reminders, component.reminders?.map((one) => before(one.trigger, words, language) ?? one.triggerDateTime?.dateTime).join(", ")],
      [words.meeting, link(component.videoMeeting?.url)],
      [words.inCalendar, shared?.name],
    ];
  },

  /** A booking has contacts and hosts, a schedule attendees. */
  jicoo(held, line, words) {
    const member = ({ userId, email }) =>
      line.people.find((one) => userId && one.jicooUserId === userId)?.name ?? (email ? nameOf(line, email) : userId);
    const guests = held.contacts ?? [];
    return [
      [words.status, words[`booking_${held.status}`] ?? held.status],
      [words.guest, listed(guests.map((one) => [one.name, [one.company, one.email]]))],
      [words.hosts, listed((held.hosts ?? []).map((one) => [member(one), []]))],
      [words.attendees, listed((held.attendees ?? []).map((one) => [member(one), [one.userType === "guest" && words.guest]]))],
      [words.meeting, link(held.url)],
      [words.place, held.address ?? held.customLocation],
      [words.note, [held.description, ...guests.map(({ message }) => message)].filter(Boolean).join("\n")],
      [words.reminders, held.isRemind && words.on],
      [words.zone, held.timeZone],
    ];
  },

  backoffice(held, line, words, language) {
    return [
      [words.recipients, listed(held.recipients.map((mail) => [nameOf(line, mail), []]))],
      [words.reminders, held.notifications.map((one) => before(one, words, language)).join(", ")],
      [words.note, held.description],
    ];
  },
};

const nameOf = (line, mail, name) => line.people.find(({ email }) => email === mail)?.name ?? name ?? mail;

/** Names, each with what is known of it: [[name, [note, …]], …]. */
function listed(entries) {
  if (!entries.length) return null;
  return el(
    "ul",
    {},
    ...entries.map(([name, notes]) => el("li", {}, name, " ", el("small", {}, notes.filter(Boolean).join(", ")))),
  );
}

/** "PT10M" or "-PT10M" in words: "10 minutes before". */
function before(duration, words, language) {
  const [, ...counts] = duration?.match(/^-?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/) ?? [];
  const units = ["week", "day", "hour", "minute"];
  const parts = units.map((unit, index) => counts[index] && unitOf(Number(counts[index]), unit, language)).filter(Boolean);
  return parts.length ? words.before(parts.join(" ")) : duration;
}

const unitOf = (count, unit, language) =>
  new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(count);

function link(url) {
  return url && /^https?:\/\//i.test(url) ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url) : null;
}
