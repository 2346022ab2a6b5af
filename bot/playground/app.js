// The page: who looks at it, and its three panes.

import { avatar } from "/bubbles.js";
import { CalendarPane } from "/calendar.js";
import { Demo } from "/demo.js";
import { Desk } from "/desk.js";
import { byId, el, reconcile } from "/dom.js";
import { GuestDesk } from "/guests.js";
import { TalkPane } from "/talk.js";
import { label, speakTo, words } from "/words.js";

const FACES = 6; // of a larger company the others stand in a list
const KEPT = "yotei.person"; // which person this window plays, until it is closed

const demo = new Demo({ line: setLine, states: setStates, connection: showConnection });
const calendar = new CalendarPane();
const talk = new TalkPane(demo, () => calendar.spoken());
const desk = new Desk(demo, () => talk.room);
const guests = new GuestDesk(demo, () => calendar.spoken());

let line = null;
let states = null;
let person = null;
let connection = "connecting";

function setLine(told) {
  if (JSON.stringify(told) === JSON.stringify(line)) return; // the same company again: nobody loses their place
  line = told;
  const kept = person?.userId ?? sessionStorage.getItem(KEPT);
  choose(line.people.find((one) => one.userId === kept) ?? line.people[0]);
}

function setStates(told, askedAt) {
  states = told;
  if (!person) return;
  talk.update(states.lineworks, askedAt);
  calendar.update(states);
  desk.update(states);
  guests.update(states);
}

/** Look at everything as somebody. */
function choose(somebody) {
  person = somebody;
  sessionStorage.setItem(KEPT, person.userId);
  const language = speakTo(person);
  label(language);
  for (const pane of [talk, calendar, desk, guests]) pane.show(line, person, words(language), language);
  for (const button of document.querySelectorAll("#guests-tab, [data-show=guests]")) button.hidden = !line.systems.includes("jicoo");
  renderPeople();
  showConnection(connection);
  if (states) setStates(states, -Infinity);
}

function renderPeople() {
  const entry = (one) => () =>
    el(
      "li",
      {},
      el(
        "button",
        { type: "button", "aria-pressed": String(one === person), title: `${one.name} · ${one.locale} · ${one.timeZone}`, onclick: () => choose(one) },
        avatar(one, line),
        el("span", { lang: one.locale.slice(0, 2) }, one.name),
      ),
    );
  const faces = line.people.filter((one, index) => index < FACES || one === person);
  const others = line.people.filter((one) => !faces.includes(one));
  const isFocused = byId("people").contains(document.activeElement);
  reconcile(byId("people"), faces.map((one) => [`${one.userId}|${one.name}|${one === person}`, entry(one)]));
  const chosen = byId("people").querySelector("[aria-pressed=true]");
  if (isFocused) chosen.focus();
  chosen.scrollIntoView({ block: "nearest", inline: "nearest" });
  byId("others").hidden = !others.length;
  byId("others").replaceChildren(
    el("option", { value: "", selected: true }, words(speakTo(person)).others(others.length)),
    ...others.map((one) => el("option", { value: one.userId }, one.name)),
  );
}

function showConnection(now) {
  connection = now;
  const said = words(document.documentElement.lang);
  document.body.dataset.connection = now;
  byId("connection").textContent = said[now];
  byId("stopped").textContent = now === "down" ? said.stopped : "";
}

// --- which pane is in view: all of them where there is room, one at a time on a phone

function showView(view) {
  document.body.dataset.view = view;
  for (const button of document.querySelectorAll("[data-show]")) {
    if (button.dataset.show === view) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  const panel = { desk: "faults", guests: "guests" }[view];
  if (panel) showPanel(panel);
  showDesk(Boolean(panel));
  if (view === "calendar") calendar.settle();
}

function showDesk(isOpen) {
  byId("desk").hidden = !isOpen;
  byId("desk-button").setAttribute("aria-expanded", String(isOpen));
  desk.opened(talk.room);
  if (isOpen && states) desk.update(states);
}

/** Which half of the desk is in view. */
function showPanel(name) {
  for (const tab of byId("desk-tabs").children) {
    const isChosen = tab.dataset.panel === name;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    byId(tab.dataset.panel).hidden = !isChosen;
  }
  if (states) desk.update(states);
}

for (const tab of byId("desk-tabs").children) {
  tab.addEventListener("click", () => showPanel(tab.dataset.panel));
  tab.addEventListener("keydown", ({ key }) => {
    const other = [...byId("desk-tabs").children].find((one) => one !== tab && !one.hidden);
    if (!other || !["ArrowRight", "ArrowLeft"].includes(key)) return;
    showPanel(other.dataset.panel);
    other.focus();
  });
}
for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => showView(button.dataset.show));
}
byId("others").addEventListener("change", (event) => {
  const other = line.people.find((one) => one.userId === event.target.value);
  if (other) choose(other);
});
byId("rooms").addEventListener("click", () => desk.opened(talk.room));
byId("desk-button").addEventListener("click", () => showDesk(byId("desk").hidden));
byId("desk").addEventListener("click", (event) => {
  if (!event.target.closest("#desk-close")) return;
  showView("talk");
  byId("desk-button").focus();
});

label("ja");
showPanel("faults");
demo.start();
