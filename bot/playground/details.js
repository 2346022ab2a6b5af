// One event in full, in a dialog.

import { byId, el, icon } from "/dom.js";
import { DAY, time, written } from "/zones.js";

/** Open the dialog for a piece of the calendar. */
export function showDetails({ component, event, start, end, isWhole }, line, person, words, language) {
  const dialog = byId("details");
  const title = component.summary || words.untitled;
  const nameOf = (mail, name) => line.people.find((one) => one.email === mail)?.name ?? name ?? mail;
  const rule = event.components[0].recurrence?.join(" ");
  const facts = [
    [words.organizer, component.organizer && nameOf(component.organizer.email, component.organizer.displayName)],
    [words.attendees, attendees(component, nameOf, words)],
    [words.place, component.location],
    [words.note, component.description],
    [words.repeats, rule],
    [words.reminders, component.reminders?.map((one) => one.trigger ?? one.triggerDateTime?.dateTime).join(", ")],
    [words.meeting, link(component.videoMeeting?.url)],
    [words.inCalendar, event.shared?.name],
  ];
  const marks = [
    component.visibility === "PRIVATE" && words.isPrivate,
    component.transparency === "TRANSPARENT" && words.isFree,
  ];
  const close = el("button", { type: "button", class: "quiet", "aria-label": words.close, onclick: () => dialog.close() }, icon("close"));
  dialog.className = event.kind;
  dialog.replaceChildren(
    el("header", {}, el("h2", { id: "details-title" }, title), close),
    el("p", { class: "when" }, span(start, end, isWhole, language, words)),
    el("p", { class: "marks" }, ...marks.filter(Boolean).map((mark) => el("span", {}, mark))),
    el("dl", {}, ...facts.filter(([, value]) => value).flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
  );
  dialog.onclick = (pressed) => pressed.target === dialog && dialog.close(); // the backdrop belongs to the dialog itself
  dialog.showModal();
}

function span(start, end, isWhole, language, words) {
  const day = (wall) => written(wall, language, { year: "numeric", month: "long", day: "numeric", weekday: "short" });
  if (isWhole) return end - start > DAY ? `${day(start)} – ${day(end - DAY)}` : `${day(start)} ${words.allDay}`;
  const ends = end - start >= DAY || day(start) !== day(end - 1) ? `${day(end)} ${time(end)}` : time(end, true);
  return `${day(start)} ${time(start)}–${ends}`;
}

function attendees(component, nameOf, words) {
  if (!component.attendees?.length) return null;
  const about = (one) => [words[one.partstat], one.isOptional && words.optional].filter(Boolean).join(", ");
  return el(
    "ul",
    {},
    ...component.attendees.map((one) => el("li", {}, nameOf(one.email, one.displayName), " ", el("small", {}, about(one)))),
  );
}

function link(url) {
  return url && /^https?:\/\//i.test(url) ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, url) : null;
}
