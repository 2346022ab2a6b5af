// One message as it is shown.

import { el, icon } from "/dom.js";
import { wordsOf } from "/rooms.js";
import { time, wallOf, written } from "/zones.js";

const MENTION = /<m userId="([^"<>]*)">/;
const ADDRESS = /(https?:\/\/[^\s<>"'、。，）」』】]+)/i;

/**
 * The elements of a message. `view` is {line, person, words, language, isGroup, press}: press(action) is called when one of
 * the person's buttons is pressed.
 */
export function bubble(item, view) {
  const { person, words, line } = view;
  const isMine = item.userId === person.userId;
  const sender = line.people.find((one) => one.userId === item.userId);
  const said = wordsOf(item.content, person.locale) ?? { text: words.unknownContent, actions: [] };
  const name = item.userId === null ? view.botName : (sender?.name ?? item.userId);
  return el(
    "article",
    { class: `message ${isMine ? "mine" : "theirs"}`, "data-status": item.status },
    isMine ? null : item.userId === null ? el("span", { class: "avatar bot" }, icon("logo")) : avatar(sender, line),
    el(
      "div",
      { class: "body" },
      el("span", { class: isMine ? "sender unseen" : "sender" }, name),
      el("div", { class: "bubble" }, ...shownText(said.text, line), actions(said.actions, view)),
      note(item, words),
    ),
    el("time", { datetime: new Date(item.at).toISOString() }, time(wallOf(item.at, person.timeZone))),
  );
}

/** What stands between the messages of two days. */
export function dayLine(day, language) {
  return el("p", { class: "day-line" }, written(day, language, { month: "long", day: "numeric", weekday: "short" }));
}

/** A round picture of somebody: the first letter of the name, in a colour of their own. */
export function avatar(person, line) {
  const index = person ? line.people.indexOf(person) : 0;
  return el("span", { class: "avatar", "aria-hidden": "true", "data-colour": index % 8 }, [...(person?.name ?? "?")][0]);
}

/** The dots while the bot is at work. */
export function writing(words) {
  return el(
    "article",
    { class: "message theirs writing" },
    el("span", { class: "avatar bot" }, icon("logo")),
    el("div", { class: "bubble", role: "img", "aria-label": words.writing }, el("i"), el("i"), el("i")),
  );
}

/** Lines stay lines; a mention's tag becomes the name that everybody reads, and an address a link. */
function shownText(text, line) {
  return text.split(MENTION).flatMap((part, index) => {
    if (index % 2 === 0) return linked(part);
    const person = line.people.find((one) => part === one.userId || part === one.email);
    return el("span", { class: "mention" }, `@${person?.name ?? part}`);
  });
}

function linked(text) {
  return text.split(ADDRESS).map((part, index) => {
    if (index % 2 === 0) return part;
    return el("a", { href: part, title: part, target: "_blank", rel: "noopener noreferrer" }, part);
  });
}

function actions(given, view) {
  const shown = given.map((action) => control(action, view)).filter(Boolean);
  return shown.length ? el("div", { class: "actions" }, ...shown) : null;
}

function control(action, view) {
  if (action.type === "message") {
    return el("button", { type: "button", onclick: () => view.press(action) }, action.label);
  }
  if (action.type === "uri" && /^https?:\/\//i.test(action.uri)) {
    return el("a", { href: action.uri, target: "_blank", rel: "noopener noreferrer" }, action.label, icon("open"));
  }
  if (action.type === "copy") {
    const label = el("span", {}, action.label);
    const copy = async () => {
      await navigator.clipboard.writeText(action.copyText);
      label.textContent = view.words.copied;
    };
    return el("button", { type: "button", onclick: copy }, label, icon("copy"));
  }
  return null;
}

function note(item, words) {
  if (item.status === 200 || item.status === undefined) return null;
  const reason = item.status === "failed" ? words.notSent : item.status === 0 ? words.notDelivered : words.answeredWith(item.status);
  return el("span", { class: "not-delivered" }, reason);
}
