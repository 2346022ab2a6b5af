// One event in full, in a dialog.

import { byId, el, icon } from "/dom.js";
import { sourcesOf } from "/facts.js";
import { system, systemsOf } from "/systems.js";
import { DAY, time, written } from "/zones.js";

/** Open the dialog for a piece of the calendar. */
export function showDetails({ component, event, start, end, isWhole }, line, person, words, language) {
  const dialog = byId("details");
  const title = component.summary || words.untitled;
  const marks = [
    component.visibility === "PRIVATE" && words.isPrivate,
    component.transparency === "TRANSPARENT" && words.isFree,
  ];
  const close = el("button", { type: "button", class: "quiet", "aria-label": words.close, onclick: () => dialog.close() }, icon("close"));
  const isNamed = systemsOf(line).length > 1;
  dialog.className = `${event.system} ${event.kind}`;
  dialog.replaceChildren(
    el("header", {}, el("h2", { id: "details-title" }, title), close),
    el("p", { class: "when" }, span(start, end, isWhole, language, words)),
    el("p", { class: "marks" }, ...marks.filter(Boolean).map((mark) => el("span", {}, mark))),
    ...sourcesOf(event, component, line, words, language).flatMap((source) => [isNamed ? heading(source) : "", list(source)]),
  );
  dialog.onclick = (pressed) => pressed.target === dialog && dialog.close(); // the backdrop belongs to the dialog itself
  dialog.showModal();
}

function heading(source) {
  const { id, name, mark } = system(source.system);
  return el("h3", { class: id }, el("b", { class: "mark" }, mark), name);
}

const list = ({ facts }) => el("dl", {}, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));

function span(start, end, isWhole, language, words) {
  const day = (wall) => written(wall, language, { year: "numeric", month: "long", day: "numeric", weekday: "short" });
  if (isWhole) return end - start > DAY ? `${day(start)} – ${day(end - DAY)}` : `${day(start)} ${words.allDay}`;
  const ends = end - start >= DAY || day(start) !== day(end - 1) ? `${day(end)} ${time(end)}` : time(end, true);
  return `${day(start)} ${time(start)}–${ends}`;
}
