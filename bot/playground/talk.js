// The talk pane: a person's talks, what was said in the one that is open, and the box to write in.

import { avatar, bubble, dayLine, writing } from "/bubbles.js";
import { Composer } from "/composer.js";
import { byId, el, icon, reconcile } from "/dom.js";
import { BOT, botName, roomsOf, talksOf } from "/rooms.js";
import { dayOf, wallOf } from "/zones.js";

const PAGE = 150; // messages shown before somebody asks for earlier ones
const NEAR = 80; // pixels from the end within which the talk follows what is new
const DOUBLE_PRESS = 400; // milliseconds within which a second press is half of the first
const LONGEST_WAIT = 12_000; // milliseconds for which the bot is shown to be writing

export class TalkPane {
  #demo;
  #composer;
  #line = null;
  #state = { said: [], messages: [] };
  #person = null;
  #words = null;
  #language = "";
  #room = BOT;
  #talks = new Map();
  #seen = new Map(); // "person|room" → how many of its messages have been shown
  #sending = []; // what was written and is not in the state yet
  #shown = PAGE;
  #waiting = null; // {room, since, count}: written to the bot, and not answered yet
  #pressedAt = -DOUBLE_PRESS;
  #onSpoken;

  /** `onSpoken()` is called whenever the person has said something. */
  constructor(demo, onSpoken) {
    this.#demo = demo;
    this.#onSpoken = onSpoken;
    this.#composer = new Composer((text) => this.#say({ text }));
    const list = byId("messages");
    list.addEventListener("scroll", () => this.#atEnd() && (byId("newest").hidden = true));
    byId("newest").addEventListener("click", () => this.#toEnd());
    byId("rooms").addEventListener("keydown", (event) => this.#step(event));
    new ResizeObserver(() => byId("newest").hidden && this.#toEnd()).observe(list);
  }

  /** Who looks at it, in which words. */
  show(line, person, words, language) {
    const isOther = person !== this.#person;
    [this.#line, this.#person, this.#words, this.#language] = [line, person, words, language];
    if (!roomsOf(line, person).some((room) => room.id === this.#room)) this.#room = BOT;
    if (isOther) this.#begin();
  }

  /** What the demo holds now; `askedAt` is when it was asked (performance.now). */
  update(state, askedAt) {
    this.#state = state;
    const isKnown = (one) => one.answeredAt <= askedAt || this.#copies(one) > one.before;
    this.#sending = this.#sending.filter((one) => one.status === "failed" || !isKnown(one));
    this.#render();
  }

  /** The room that is open; BOT for the 1:1 talk. */
  get room() {
    return this.#room;
  }

  #open(room) {
    this.#room = room;
    this.#begin();
  }

  #begin() {
    this.#shown = PAGE;
    byId("messages").replaceChildren();
    this.#composer.open(this.#person, this.#room, botName(this.#line, this.#person), this.#line.systems, this.#words, this.#language);
    this.#render();
    this.#toEnd();
  }

  #render() {
    if (!this.#person) return;
    const follows = this.#atEnd();
    this.#talks = talksOf(this.#line, this.#state, this.#person);
    this.#notice();
    this.#renderRooms();
    const whole = [...this.#talks.get(this.#room), ...this.#sending.filter((one) => this.#isHere(one))];
    const added = this.#renderMessages(whole);
    if (!added) return;
    if (follows || added.mine) this.#toEnd();
    else byId("newest").hidden = false;
  }

  /** How much of each talk is new to this person. */
  #notice() {
    for (const [room, talk] of this.#talks) {
      const key = `${this.#person.userId}|${room}`;
      if (room === this.#room || !this.#seen.has(key) || this.#seen.get(key) > talk.length) this.#seen.set(key, talk.length);
    }
  }

  #renderRooms() {
    const rooms = roomsOf(this.#line, this.#person);
    const tabs = rooms.map((room) => {
      const isOpen = room.id === this.#room;
      const unread = this.#talks.get(room.id).length - this.#seen.get(`${this.#person.userId}|${room.id}`);
      const badge = unread ? el("b", { class: "badge", "aria-label": this.#words.unread(unread) }, String(unread)) : null;
      const make = () =>
        el(
          "button",
          {
            type: "button",
            role: "tab",
            "aria-selected": String(isOpen),
            "aria-controls": "messages",
            tabindex: isOpen ? "0" : "-1",
            onclick: () => this.#open(room.id),
          },
          room.id === BOT ? el("span", { class: "avatar bot" }, icon("logo")) : el("span", { class: "hash" }, "#"),
          el("span", {}, room.title),
          badge,
        );
      return [`${room.id}|${room.title}|${isOpen}|${unread}|${this.#language}`, make];
    });
    const focused = byId("rooms").contains(document.activeElement);
    reconcile(byId("rooms"), tabs);
    if (focused) byId("rooms").querySelector("[aria-selected=true]").focus();
  }

  /** Shows the newest of a talk; null when nothing came, else {mine}: whether the person's own word is the newest. */
  #renderMessages(whole) {
    const view = {
      line: this.#line,
      person: this.#person,
      words: this.#words,
      language: this.#language,
      botName: botName(this.#line, this.#person),
      press: (action) => this.#press(action),
    };
    const items = whole.slice(-this.#shown);
    const wanted = [];
    if (whole.length > items.length) wanted.push(["earlier", () => this.#earlier()]);
    if (!whole.length) wanted.push([`greeting|${this.#room}`, () => this.#greeting()]);
    let day = null;
    for (const item of items) {
      const itsDay = dayOf(wallOf(item.at, this.#person.timeZone));
      if (itsDay !== day) wanted.push([`day|${itsDay}`, () => dayLine(itsDay, this.#language)]);
      day = itsDay;
      wanted.push([`${item.key}|${item.status}`, () => bubble(item, view)]);
    }
    if (this.#isWaiting(whole)) wanted.push(["writing", () => writing(this.#words)]);
    const list = byId("messages");
    const known = new Set([...list.children].map((child) => child.dataset.key));
    reconcile(list, wanted);
    const added = wanted.filter(([key]) => !known.has(key));
    return added.length ? { mine: items.at(-1)?.userId === this.#person.userId } : null;
  }

  #greeting() {
    const name = botName(this.#line, this.#person);
    const text = this.#room === BOT ? this.#words.greeting(name) : this.#words.roomGreeting(name);
    const members = roomsOf(this.#line, this.#person).find((room) => room.id === this.#room).members;
    const faces = this.#line.people.filter((one) => members.includes(one.userId));
    return el(
      "div",
      { class: "greeting" },
      el(
        "p",
        { class: "faces" },
        this.#room === BOT ? el("span", { class: "avatar bot" }, icon("logo")) : null,
        ...(this.#room === BOT ? [] : faces.map((one) => avatar(one, this.#line))),
      ),
      el("p", {}, text),
    );
  }

  #earlier() {
    const more = () => {
      const list = byId("messages");
      const fromEnd = list.scrollHeight - list.scrollTop;
      this.#shown += PAGE;
      this.#render();
      list.scrollTop = list.scrollHeight - fromEnd;
    };
    return el("button", { type: "button", class: "earlier", onclick: more }, this.#words.earlier);
  }

  // --- speaking

  /** A press. The answer moves the talk up: the second half of a double press would hit another button. */
  #press(action) {
    const now = performance.now();
    if (now - this.#pressedAt < DOUBLE_PRESS) return;
    this.#pressedAt = now;
    this.#say({ text: action.text || action.label, postback: action.postback });
  }

  async #say({ text, postback }) {
    const person = this.#person;
    const room = this.#room;
    const one = {
      key: `sending|${crypto.randomUUID()}`,
      room,
      userId: person.userId,
      content: { type: "text", text },
      at: Date.now(),
    };
    one.before = this.#copies(one) + this.#sending.filter(
      (other) => other.userId === one.userId && other.room === room && other.content.text === text,
    ).length;
    this.#sending.push(one);
    if (room === BOT || postback || text.includes(`@${botName(this.#line, person)}`) || text.includes(`@${this.#line.bot_name}`)) {
      this.#waiting = { room, person, since: performance.now(), count: this.#answers() };
      setTimeout(() => this.#render(), LONGEST_WAIT);
    }
    this.#render();
    this.#onSpoken();
    const channel = room === BOT ? {} : { channelId: room };
    try {
      const status = await this.#demo.say({ userId: person.userId, ...channel, text, ...(postback ? { postback } : {}) });
      if (status !== 200) this.#waiting = null;
      one.answeredAt = performance.now();
      this.#demo.refresh();
    } catch {
      one.status = "failed";
      this.#waiting = null;
      this.#render();
    }
  }

  /** How often the state tells that this has been said, by the same person in the same room. */
  #copies(one) {
    const channel = one.room === BOT ? undefined : one.room;
    return this.#state.said.filter(
      ({ event }) =>
        event.source?.userId === one.userId && event.source.channelId === channel && event.content?.text === one.content.text,
    ).length;
  }

  #isHere(one) {
    return one.room === this.#room && one.userId === this.#person.userId;
  }

  #answers() {
    return this.#talks.get(this.#room).filter((one) => one.userId === null).length;
  }

  #isWaiting() {
    const waiting = this.#waiting;
    if (!waiting || waiting.room !== this.#room || waiting.person !== this.#person) return false;
    if (this.#answers() > waiting.count || performance.now() - waiting.since > LONGEST_WAIT) this.#waiting = null;
    return this.#waiting !== null;
  }

  // --- moving about

  #atEnd() {
    const list = byId("messages");
    return list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  }

  #toEnd() {
    const list = byId("messages");
    list.scrollTop = list.scrollHeight;
    byId("newest").hidden = true;
  }

  #step(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const rooms = roomsOf(this.#line, this.#person);
    const at = rooms.findIndex((room) => room.id === this.#room);
    this.#open(rooms[(at + by + rooms.length) % rooms.length].id);
    event.preventDefault();
  }
}
