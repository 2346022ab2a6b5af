// The fault desk: let the outside fail, and see what the bot makes of it.

import { byId, el, reconcile } from "/dom.js";
import { BOT } from "/rooms.js";
import { system, systemsOf } from "/systems.js";

const CALLS = 30; // the newest ones are listed
const PER_MINUTE = 10;

const FAULTS = [
  ["fault503", ({ calls }) => ({ path: calls.work, do: { status: 503 } })],
  ["faultTimeout", ({ calls }) => ({ method: "POST", path: calls.create, do: "apply_then_timeout" })],
  ["faultReset", ({ calls }) => ({ path: calls.work, do: "reset" })],
  ["fault401", ({ calls, denied }) => ({ path: calls.all, do: { status: 401, body: denied } })],
  ["faultSlow", ({ calls }) => ({ path: calls.all, do: { delay: 3 } })],
];

export class Desk {
  #demo;
  #line = null;
  #words = null;
  #language = "";
  #person = null;
  #roomOf;
  #system = system("lineworks"); // the one that is to fail
  #limits = new Map(); // system's id → calls a minute
  #states = {};

  /** `roomOf()` tells which talk is open. */
  constructor(demo, roomOf) {
    this.#demo = demo;
    this.#roomOf = roomOf;
  }

  /** Who looks at it, in which words. */
  show(line, person, words, language) {
    this.#person = person;
    if (language === this.#language && line === this.#line) return;
    [this.#line, this.#words, this.#language] = [line, words, language];
    if (!systemsOf(line).includes(this.#system)) [this.#system] = systemsOf(line);
    this.#build();
  }

  /** What the demo holds now; looked at only while the desk is open. */
  async update(states) {
    this.#states = states;
    if (byId("desk").hidden || byId("faults").hidden) return;
    this.#renderCalls();
    const armedAt = async (one) => (await this.#demo.ask(one.id, "GET", "faults")).faults.map((fault) => [one, fault]);
    try {
      this.#renderFaults((await Promise.all(systemsOf(this.#line).map(armedAt))).flat());
    } catch {
      this.#renderFaults([]); // the demo has gone, and its faults with it
    }
  }

  #build() {
    const words = this.#words;
    const systems = systemsOf(this.#line);
    const times = el(
      "select",
      { id: "times" },
      ...[["1", words.once], ["5", words.fiveTimes], ["", words.always]].map(([value, text]) => el("option", { value }, text)),
    );
    const armed = () => (times.value ? Number(times.value) : null);
    const button = (text, act, attributes = {}) => el("button", { type: "button", ...attributes, onclick: (event) => this.#try(act, event.currentTarget) }, text);
    const limit = (perMinute, text) => button(text, () => this.#limitTo(perMinute), { "data-limit": String(perMinute) });
    const choice = (one) =>
      el("button", { type: "button", class: one.id, "data-fails": one.id, onclick: () => this.#choose(one) }, el("b", { class: "mark" }, one.mark), " ", one.name);
    byId("faults").replaceChildren(
      el("h2", { class: "panel-title" }, words.desk),
      el("h3", {}, words.faults),
      el("div", { class: "choices systems", role: "group", "aria-label": words.systemThatFails, hidden: systems.length < 2 }, ...systems.map(choice)),
      el("p", { class: "hint", id: "faults-hint" }),
      el("label", { class: "times" }, words.times, " ", times),
      el(
        "div",
        { class: "choices", id: "fault-buttons" },
        ...FAULTS.map(([name, fault]) =>
          button(words[name], () => this.#ask("POST", "faults", { ...fault(this.#system), times: armed() }), { "data-fault": name }),
        ),
      ),
      el("h4", {}, words.armed),
      el("ul", { id: "armed", "aria-live": "polite" }),
      el("div", { class: "choices" }, button(words.clear, () => this.#clear(), { "data-fault": "clear" })),
      el("h3", {}, words.limits),
      el("div", { class: "choices two" }, limit(null, words.unlimited), limit(PER_MINUTE, words.limited(PER_MINUTE))),
      el("h3", {}, words.happenings),
      el("div", { class: "choices two" }, button(words.begin, () => this.#begin()), button(words.join, () => this.#join(), { id: "join" })),
      el("p", { class: "desk-answer", role: "status", id: "desk-answer" }),
      el("h3", { id: "calls-title" }),
      el("ol", { id: "calls" }),
    );
    this.#choose(this.#system);
    this.#renderFaults([]);
  }

  /** Which system is to fail, and whose calls are listed. */
  #choose(one) {
    this.#system = one;
    for (const button of byId("faults").querySelectorAll("[data-fails]")) {
      button.setAttribute("aria-pressed", String(button.dataset.fails === one.id));
    }
    byId("faults-hint").textContent = this.#words.faultsHint(one.name);
    byId("calls-title").textContent = this.#words.calls(one.name);
    this.#renderLimit();
    this.#renderCalls();
  }

  #ask(method, name, told) {
    return this.#demo.ask(this.#system.id, method, name, told);
  }

  #clear() {
    return Promise.all(systemsOf(this.#line).map(({ id }) => this.#demo.ask(id, "DELETE", "faults")));
  }

  async #try(act, button) {
    const answer = byId("desk-answer");
    button.classList.remove("done");
    try {
      await act();
      answer.textContent = "";
      button.classList.add("done");
    } catch {
      answer.textContent = this.#words.failed;
    }
    this.#demo.refresh();
  }

  async #limitTo(perMinute) {
    const { id } = this.#system;
    await this.#ask("POST", "limits", { perMinute });
    this.#limits.set(id, perMinute);
    this.#renderLimit();
  }

  #renderLimit() {
    const perMinute = this.#limits.get(this.#system.id) ?? null;
    for (const button of byId("faults").querySelectorAll("[data-limit]")) {
      button.setAttribute("aria-pressed", String(button.dataset.limit === String(perMinute)));
    }
  }

  #begin() {
    return this.#demo.ask("lineworks", "POST", "event", { type: "begin", userId: this.#person.userId });
  }

  #join() {
    return this.#demo.ask("lineworks", "POST", "event", { type: "join", channelId: this.#roomOf() });
  }

  /** The talk that is open has changed: nobody invites the bot to a talk of two. */
  opened(room) {
    const join = byId("join");
    if (join) join.disabled = room === BOT;
  }

  /** The armed faults of all systems: [[system, fault], …]. */
  #renderFaults(faults) {
    const line = ([one, fault]) => {
      const known = FAULTS.find(([, make]) => JSON.stringify(make(one).do) === JSON.stringify(fault.do) && make(one).path === fault.path);
      const name = known ? this.#words[known[0]] : `${fault.method ?? "*"} ${fault.path ?? ""} ${JSON.stringify(fault.do)}`;
      return el("li", { class: one.id }, el("b", { class: "mark", title: one.name }, one.mark), el("span", {}, name), el("small", {}, this.#words.left(fault.times)));
    };
    const wanted = faults.map((armed, index) => [`${index}|${armed[0].id}|${JSON.stringify(armed[1])}`, () => line(armed)]);
    reconcile(byId("armed"), wanted.length ? wanted : [["none", () => el("li", { class: "none" }, this.#words.noneArmed)]]);
  }

  #renderCalls() {
    const calls = this.#states[this.#system.id]?.calls ?? [];
    const line = ({ method, path, status, at }) => {
      const mark = status === null ? "…" : status === 0 ? this.#words.dropped : String(status);
      const kind = status === null ? "open" : status > 0 && status < 400 ? "good" : "bad";
      return el(
        "li",
        {},
        el("b", { class: kind }, mark),
        el("span", {}, el("i", {}, method), " ", short(path)),
        el("time", { datetime: at }, at.slice(11, 19)),
      );
    };
    const newest = calls.slice(-CALLS).reverse();
    const wanted = newest.map((call, index) => [`${this.#system.id}|${call.at}|${call.path}|${call.status}|${calls.length - index}`, () => line(call)]);
    reconcile(byId("calls"), wanted.length ? wanted : [["none", () => el("li", { class: "none" }, this.#words.noCalls)]]);
  }
}

/** A path that can be read: long ids are cut. */
const short = (path) => decodeURIComponent(path).replace(/[\w-]{24,}/g, (id) => `${id.slice(0, 8)}…`);
