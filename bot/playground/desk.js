// The fault desk: let the outside fail, and see what the bot makes of it.

import { byId, el, icon, reconcile } from "/dom.js";
import { BOT } from "/rooms.js";

const CALLS = 30; // the newest ones are listed
const PER_MINUTE = 10;

const FAULTS = [
  ["fault503", { path: "/calendar", do: { status: 503 } }],
  ["faultTimeout", { method: "POST", path: "/events$", do: "apply_then_timeout" }],
  ["faultReset", { path: "/calendar", do: "reset" }],
  ["fault401", { path: "^/v1.0/", do: { status: 401, body: { code: "UNAUTHORIZED", description: "Authentication failed" } } }],
  ["faultSlow", { path: "^/v1.0/", do: { delay: 3 } }],
];

export class Desk {
  #demo;
  #words = null;
  #language = "";
  #person = null;
  #roomOf;
  #limit = null;

  /** `roomOf()` tells which talk is open. */
  constructor(demo, roomOf) {
    this.#demo = demo;
    this.#roomOf = roomOf;
  }

  /** Who looks at it, in which words. */
  show(_line, person, words, language) {
    this.#person = person;
    if (language === this.#language) return;
    [this.#words, this.#language] = [words, language];
    this.#build();
  }

  /** What the demo holds now; looked at only while the desk is open. */
  async update(state) {
    if (byId("desk").hidden) return;
    this.#renderCalls(state.calls);
    try {
      const { faults } = await this.#demo.ask("GET", "faults");
      this.#renderFaults(faults);
    } catch {
      this.#renderFaults([]); // the demo has gone, and its faults with it
    }
  }

  #build() {
    const words = this.#words;
    const times = el(
      "select",
      { id: "times" },
      ...[["1", words.once], ["5", words.fiveTimes], ["", words.always]].map(([value, text]) => el("option", { value }, text)),
    );
    const armed = () => (times.value ? Number(times.value) : null);
    const button = (text, act, attributes = {}) => el("button", { type: "button", ...attributes, onclick: (event) => this.#try(act, event.currentTarget) }, text);
    const limit = (perMinute, text) =>
      button(text, () => this.#limitTo(perMinute), { "aria-pressed": String(this.#limit === perMinute), "data-limit": String(perMinute) });
    byId("desk").replaceChildren(
      el("header", {}, el("h2", {}, words.desk), el("button", { type: "button", class: "quiet", id: "desk-close", "aria-label": words.close }, icon("close"))),
      el("h3", {}, words.faults),
      el("p", { class: "hint" }, words.faultsHint),
      el("label", { class: "times" }, words.times, " ", times),
      el(
        "div",
        { class: "choices", id: "fault-buttons" },
        ...FAULTS.map(([name, fault]) => button(words[name], () => this.#demo.ask("POST", "faults", { ...fault, times: armed() }), { "data-fault": name })),
      ),
      el("h4", {}, words.armed),
      el("ul", { id: "armed", "aria-live": "polite" }),
      el("div", { class: "choices" }, button(words.clear, () => this.#demo.ask("DELETE", "faults"), { "data-fault": "clear" })),
      el("h3", {}, words.limits),
      el("div", { class: "choices two" }, limit(null, words.unlimited), limit(PER_MINUTE, words.limited(PER_MINUTE))),
      el("h3", {}, words.happenings),
      el("div", { class: "choices two" }, button(words.begin, () => this.#begin()), button(words.join, () => this.#join(), { id: "join" })),
      el("p", { class: "desk-answer", role: "status", id: "desk-answer" }),
      el("h3", {}, words.calls),
      el("ol", { id: "calls" }),
    );
    this.#renderFaults([]);
    this.#renderCalls([]);
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
    await this.#demo.ask("POST", "limits", { perMinute });
    this.#limit = perMinute;
    for (const button of byId("desk").querySelectorAll("[data-limit]")) {
      button.setAttribute("aria-pressed", String(button.dataset.limit === String(perMinute)));
    }
  }

  #begin() {
    return this.#demo.ask("POST", "event", { type: "begin", userId: this.#person.userId });
  }

  #join() {
    const room = this.#roomOf();
    return this.#demo.ask("POST", "event", { type: "join", channelId: room });
  }

  /** The talk that is open has changed: nobody invites the bot to a talk of two. */
  opened(room) {
    const join = byId("join");
    if (join) join.disabled = room === BOT;
  }

  #renderFaults(faults) {
    const line = (fault) => {
      const known = FAULTS.find(([, one]) => JSON.stringify(one.do) === JSON.stringify(fault.do) && one.path === fault.path);
      const name = known ? this.#words[known[0]] : `${fault.method ?? "*"} ${fault.path ?? ""} ${JSON.stringify(fault.do)}`;
      return el("li", {}, el("span", {}, name), el("small", {}, this.#words.left(fault.times)));
    };
    const wanted = faults.map((fault, index) => [`${index}|${JSON.stringify(fault)}`, () => line(fault)]);
    reconcile(byId("armed"), wanted.length ? wanted : [["none", () => el("li", { class: "none" }, this.#words.noneArmed)]]);
  }

  #renderCalls(calls) {
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
    const wanted = newest.map((call, index) => [`${call.at}|${call.path}|${call.status}|${calls.length - index}`, () => line(call)]);
    reconcile(byId("calls"), wanted.length ? wanted : [["none", () => el("li", { class: "none" }, this.#words.noCalls)]]);
  }
}

/** A path that can be read: long ids are cut. */
const short = (path) => decodeURIComponent(path).replace(/[\w-]{24,}/g, (id) => `${id.slice(0, 8)}…`);
