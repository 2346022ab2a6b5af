// The calendar pane: a week, which changes while somebody looks at it.

import { showDetails } from "/details.js";
import { byId, el, icon, reconcile } from "/dom.js";
import { occurrences } from "/series.js";
import { eventsOf, joined } from "/sources.js";
import { system, systemsOf } from "/systems.js";
import { changesBetween, layOut } from "/week.js";
import { DAY, HOUR, dayOf, read, time, wallOf, weekOf, written } from "/zones.js";

const TICK = 20_000; // milliseconds between two looks at the clock
const FOLLOWS = 20_000; // milliseconds after a word of the person's in which the week follows what changes
const FADE = 250; // milliseconds; style.css fades as long

export class CalendarPane {
  #line = null;
  #person = null;
  #words = null;
  #language = "";
  #begins = 0; // the week's first midnight
  #events = null; // null: nothing has been shown to this person yet
  #hidden = new Set(); // ids of the systems that are switched off
  #spokenAt = -Infinity;
  #today = 0;

  constructor() {
    byId("previous").addEventListener("click", () => this.#go(this.#begins - 7 * DAY));
    byId("next").addEventListener("click", () => this.#go(this.#begins + 7 * DAY));
    byId("today").addEventListener("click", () => this.#goToday());
    setInterval(() => this.#person && this.#tick(), TICK);
  }

  /** Whose calendar, in which words. */
  show(line, person, words, language) {
    const isOther = person !== this.#person;
    [this.#line, this.#person, this.#words, this.#language] = [line, person, words, language];
    if (!isOther) return;
    this.#events = null;
    this.#tell(null);
    byId("blocks").replaceChildren();
    byId("bars").replaceChildren();
    this.#goToday();
  }

  /** What the demo holds now. */
  update(states) {
    const events = eventsOf(this.#line, states, this.#person);
    const changes = this.#shown(this.#events ? changesBetween(this.#events, events) : [], ({ event }) => event);
    this.#events = events;
    byId("sheet").removeAttribute("aria-busy");
    if (changes.length) this.#follow(changes.at(-1));
    this.#render();
  }

  /** The person has said something: what changes soon is their doing. */
  spoken() {
    this.#spokenAt = performance.now();
  }

  /** Bring the part of the sheet into view that matters: the present, or the day's work. */
  settle() {
    const sheet = byId("sheet");
    const now = byId("blocks").querySelector(".now");
    const day = byId("days").querySelector("[aria-current]");
    if (sheet.scrollWidth > sheet.clientWidth && day) sheet.scrollLeft = day.offsetLeft - 64;
    if (now && sheet.scrollHeight > sheet.clientHeight) sheet.scrollTop = Math.max(0, now.offsetTop - sheet.clientHeight / 2);
  }

  // --- where we are

  #now() {
    return wallOf(Date.now(), this.#person.timeZone);
  }

  #goToday() {
    this.#go(weekOf(this.#now()));
    this.settle();
  }

  #go(begins) {
    this.#begins = begins;
    this.#render();
  }

  #tick() {
    if (this.#today !== dayOf(this.#now())) this.#render();
    else this.#renderNow();
  }

  // --- what has changed

  #follow({ kind, event }) {
    const first = this.#firstOf(event);
    this.#tell({ kind, event, first });
    const isAway = first < this.#begins || first >= this.#begins + 7 * DAY;
    if (kind !== "removed" && isAway && performance.now() - this.#spokenAt < FOLLOWS) this.#go(weekOf(first));
  }

  /** When an event begins, in the person's zone: a series where it comes next, else where it began. */
  #firstOf(event) {
    const zone = this.#person.timeZone;
    const [{ start }] = event.components;
    const began = read(start.date ?? start.dateTime);
    const from = Math.max(dayOf(this.#now()), dayOf(began) - DAY);
    const next = occurrences(event.components, from, from + 62 * DAY, zone);
    return next.length ? Math.min(...next.map((one) => one.start)) : began;
  }

  #tell(change) {
    const place = byId("change");
    place.replaceChildren();
    if (!change) return;
    const { kind, event, first } = change;
    const [{ summary, start }] = event.components;
    const day = written(first, this.#language, { month: "numeric", day: "numeric", weekday: "short" });
    const when = start.date ? day : `${day} ${time(first)}`;
    const go = () => {
      this.#go(weekOf(first));
      byId("blocks").querySelector(".fresh")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    };
    place.append(
      el(
        "button",
        { type: "button", class: kind, onclick: go },
        el("b", {}, this.#words[kind]),
        el("span", {}, when),
        el("span", { class: "what" }, summary || this.#words.untitled),
      ),
    );
  }

  // --- what is shown

  /** Those that belong to a system which is switched on. */
  #shown(some, eventOf) {
    return some.filter((one) => !this.#hidden.has(eventOf(one).system));
  }

  #renderLegend() {
    const systems = systemsOf(this.#line);
    byId("legend").hidden = systems.length < 2;
    const item = ({ id, name, mark }) => () =>
      el("li", {}, el("button", { type: "button", class: id, "data-system": id, onclick: () => this.#switch(id) }, el("b", { class: "mark" }, mark), name));
    reconcile(byId("legend"), systems.map((one) => [one.id, item(one)]));
    for (const button of byId("legend").querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(!this.#hidden.has(button.dataset.system)));
    }
  }

  #switch(id) {
    if (!this.#hidden.delete(id)) this.#hidden.add(id);
    this.#render();
  }

  #render() {
    if (!this.#person) return;
    const { timeZone, name } = this.#person;
    this.#today = dayOf(this.#now());
    byId("week").textContent = months(this.#begins, this.#begins + 6 * DAY, this.#language);
    byId("zone").textContent = `${name} · ${timeZone}`;
    this.#renderDays();
    this.#renderLegend();
    const week = layOut(joined(this.#shown(this.#events ?? [], (event) => event)), this.#begins, timeZone);
    this.#renderHours(week);
    this.#renderBars(week);
    this.#place(byId("blocks"), week.blocks, (block) => ({
      "--day": block.day,
      "--lane": block.lane / block.lanes,
      "--share": 1 / block.lanes,
      "--top": block.top - week.firstHour,
      "--length": block.length,
    }));
    this.#renderNow(week.firstHour);
  }

  #renderDays() {
    const days = Array.from({ length: 7 }, (_, index) => this.#begins + index * DAY);
    reconcile(byId("days"), [
      ["gutter", () => el("span", { class: "gutter" })],
      ...days.map((day) => [
        `${day}|${day === this.#today}|${this.#language}`,
        () =>
          el(
            "div",
            { class: "day", "aria-current": day === this.#today && "date", "data-weekday": new Date(day).getUTCDay() },
            el("span", {}, written(day, this.#language, { weekday: "short" })),
            el("b", {}, String(new Date(day).getUTCDate())),
          ),
      ]),
    ]);
    byId("hours").style.setProperty("--today", (this.#today - this.#begins) / DAY);
    byId("hours").classList.toggle("has-today", this.#today >= this.#begins && this.#today < this.#begins + 7 * DAY);
  }

  #renderHours({ firstHour, lastHour }) {
    const hours = Array.from({ length: lastHour - firstHour }, (_, index) => firstHour + index);
    const label = (hour) => () => el("span", {}, `${hour}:00`);
    reconcile(byId("gutter"), hours.map((hour) => [String(hour), label(hour)]));
    byId("hours").style.setProperty("--count", hours.length);
  }

  #renderBars({ bars }) {
    const rows = Math.max(0, ...bars.map((one) => one.row + 1));
    byId("bars").style.setProperty("--rows", rows);
    this.#place(byId("bars"), bars, (one) => ({ "--day": one.from, "--days": one.days, "--row": one.row }));
  }

  /** Draw pieces of events, each in its place; those that are still there glide to it. */
  #place(layer, pieces, measures) {
    const wanted = new Map(pieces.map((piece) => [piece.key, piece]));
    const known = new Map();
    for (const child of [...layer.children]) {
      if (!child.dataset.key || child.classList.contains("gone")) continue;
      if (wanted.has(child.dataset.key)) known.set(child.dataset.key, child);
      else vanish(child, !this.#isTurning(layer));
    }
    const isFresh = !this.#isTurning(layer);
    for (const [key, piece] of wanted) {
      let button = known.get(key);
      const shown = this.#face(piece);
      if (!button) {
        button = el("button", { type: "button" });
        button.dataset.key = key;
        button.classList.toggle("fresh", isFresh);
        layer.append(button);
      }
      if (button.dataset.face !== shown.face) this.#fill(button, shown, piece);
      button.onclick = () => showDetails(piece, this.#line, this.#person, this.#words, this.#language);
      for (const [name, value] of Object.entries(measures(piece))) button.style.setProperty(name, value);
      // Tab goes through a week as one reads it; browsers that cannot move a node without a jolt keep the order of arrival.
      if (layer.moveBefore && button !== layer.lastElementChild) layer.moveBefore(button, null);
    }
    layer.dataset.week = this.#events ? this.#sheetKey() : "";
  }

  #sheetKey() {
    return `${this.#person.userId}|${this.#begins}`;
  }

  #isTurning(layer) {
    return layer.dataset.week !== this.#sheetKey();
  }

  #face(piece) {
    const { component, start, end, isWhole, event, lanes } = piece;
    const title = component.summary || this.#words.untitled;
    const when = isWhole ? this.#words.allDay : `${time(start)}–${time(end, true)}`;
    const day = written(start, this.#language, { month: "long", day: "numeric", weekday: "long" });
    return { title, when, day, face: JSON.stringify([title, when, day, event.kind, event.booking, lanes > 1, component]) };
  }

  #fill(button, { title, when, day, face }, { component, event, isWhole, length, start, lanes }) {
    const isShort = !isWhole && length < 0.75;
    const isNarrow = isShort || lanes > 1; // no room for more than the beginning
    const from = event.booking ? ["lineworks", "jicoo"] : [event.system];
    const foreign = from.filter((id) => id !== "lineworks").map(system);
    button.className = `event ${event.system} ${event.kind}${button.classList.contains("fresh") ? " fresh" : ""}`;
    button.classList.toggle("booked", Boolean(event.booking));
    button.classList.toggle("free", component.transparency === "TRANSPARENT" || event.held.status === "request");
    button.classList.toggle("short", isShort);
    button.dataset.face = face;
    button.setAttribute("aria-label", [day, when, title, ...foreign.map(({ name }) => name)].join(" "));
    button.replaceChildren(
      el("span", { class: "title" }, ...foreign.map(({ mark }) => el("b", { class: "mark" }, mark)), title),
      ...(isWhole ? [] : [el("span", { class: "when" }, isNarrow ? time(start) : when)]),
      ...(component.location ? [el("span", { class: "where" }, component.location)] : []),
      ...(component.visibility === "PRIVATE" ? [icon("lock")] : []),
      ...(component.recurrence?.length ? [icon("repeat")] : []),
    );
  }

  #renderNow(firstHour = Number(byId("gutter").firstElementChild?.dataset.key ?? 7)) {
    const layer = byId("blocks");
    const now = this.#now();
    const hour = (now - this.#today) / HOUR;
    const isShown = byId("hours").classList.contains("has-today") && hour >= firstHour && hour <= firstHour + byId("gutter").childElementCount;
    let line = layer.querySelector(".now");
    if (!isShown) {
      line?.remove();
      return;
    }
    if (!line) {
      line = el("i", { class: "now", "aria-hidden": "true" });
      layer.prepend(line);
    }
    line.style.setProperty("--day", (this.#today - this.#begins) / DAY);
    line.style.setProperty("--top", hour - firstHour);
  }
}

function vanish(element, fades) {
  if (!fades) {
    element.remove();
    return;
  }
  element.classList.add("gone");
  element.inert = true;
  setTimeout(() => element.remove(), FADE);
}

/** "2026年11月", or the two months that a week lies in, as the language writes it. */
function months(first, last, language) {
  return new Intl.DateTimeFormat(language, { year: "numeric", month: "long", timeZone: "UTC" }).formatRange(first, last);
}
