// The guest desk: somebody from outside books at Jicoo, moves the booking, cancels it.

import { byId, el, reconcile } from "/dom.js";
import { instantOf, read, time, wallOf, written } from "/zones.js";

const LISTED = 40; // the newest bookings
const GUEST = { name: "青木 真理", email: "mari.aoki@guest.example" };

export class GuestDesk {
  #demo;
  #onActed;
  #line = null;
  #person = null;
  #words = null;
  #language = "";
  #bookings = [];
  #tells = true; // whether Jicoo sends the webhook
  #open = null; // {uid, act}: the booking that is being moved or cancelled

  /** `onActed()` is called whenever a guest or host has done something. */
  constructor(demo, onActed) {
    this.#demo = demo;
    this.#onActed = onActed;
  }

  /** Who looks at it, in which words; times are in their zone. */
  show(line, person, words, language) {
    [this.#line, this.#person, this.#words, this.#language] = [line, person, words, language];
    this.#open = null;
    this.#build();
  }

  /** What the demo holds now. */
  update(states) {
    this.#bookings = states.jicoo?.bookings ?? [];
    this.#renderBookings();
  }

  // --- booking

  #build() {
    const words = this.#words;
    const types = this.#line.event_types;
    const type = el("select", { id: "guest-type", onchange: () => this.#renderHosts() },
      ...types.map(({ eventTypeId, name, minutes }) => el("option", { value: eventTypeId }, words.eventType(name, minutes))));
    const webhook = el("input", { type: "checkbox", id: "guest-webhook", checked: this.#tells, onchange: () => (this.#tells = webhook.checked) });
    byId("guests").replaceChildren(
      el("h2", { class: "panel-title" }, words.guests),
      el("p", { class: "hint" }, words.guestsHint),
      el("div", { class: "webhook" },
        el("label", { class: "check" }, webhook, words.sendWebhook),
        this.#line.sweeps ? el("button", { type: "button", class: "quiet", id: "sweep", onclick: (event) => this.#sweep(event.currentTarget) }, words.sweep) : null,
      ),
      el("p", { class: "desk-answer", role: "status", id: "guests-answer" }),
      el("h3", {}, words.book),
      el("form", { class: "fields", id: "guest-form", onsubmit: (event) => this.#book(event) },
        field(words.bookingPage, type),
        field(words.host, el("select", { id: "guest-host" })),
        field(words.guestName, el("input", { id: "guest-name", value: GUEST.name, required: true })),
        field(words.guestMail, el("input", { id: "guest-mail", type: "email", value: GUEST.email, required: true })),
        field(words.startsAt(this.#person.timeZone), el("input", { id: "guest-when", type: "datetime-local" }), words.nextFree),
        el("button", { type: "submit", class: "main" }, words.book),
      ),
      el("h3", {}, words.bookings),
      el("ul", { id: "bookings" }),
    );
    this.#renderHosts();
    this.#renderBookings();
  }

  /** The page's hosts, and whoever looks: everybody at Jicoo may be booked. */
  #renderHosts() {
    const chosen = this.#line.event_types.find(({ eventTypeId }) => eventTypeId === byId("guest-type").value);
    const mine = this.#person.jicooUserId;
    const hosts = [...new Set([...(chosen?.hosts ?? []), ...(mine ? [mine] : [])])];
    byId("guest-host").replaceChildren(...hosts.map((id) => el("option", { value: id, selected: id === mine }, this.#hostName(id))));
  }

  #hostName(id) {
    return this.#line.people.find(({ jicooUserId }) => jicooUserId === id)?.name ?? id;
  }

  #book(event) {
    event.preventDefault();
    const when = byId("guest-when").value;
    this.#act("book", {
      eventTypeId: byId("guest-type").value || undefined,
      hosts: [byId("guest-host").value],
      name: byId("guest-name").value,
      email: byId("guest-mail").value,
      timeZone: this.#person.timeZone,
      ...(when ? { startedAt: this.#instant(when) } : {}),
    });
  }

  /** What somebody has chosen in a field of date and time, as an instant. */
  #instant(text) {
    return new Date(instantOf(read(text), this.#person.timeZone)).toISOString();
  }

  async #act(name, told) {
    try {
      await this.#demo.ask("jicoo", "POST", name, { ...told, webhook: this.#tells });
      this.#say(this.#words.acted[name]);
      this.#open = null;
      this.#onActed();
    } catch {
      this.#say(this.#words.failed, true);
    }
    this.#demo.refresh();
  }

  async #sweep(button) {
    button.disabled = true;
    try {
      const { found, followed } = await this.#demo.sweep();
      this.#say(this.#words.swept(found, followed));
    } catch {
      this.#say(this.#words.failed, true);
    }
    button.disabled = false;
    this.#demo.refresh();
  }

  #say(text, isBad = false) {
    byId("guests-answer").textContent = text;
    byId("guests-answer").classList.toggle("good", !isBad);
  }

  // --- what has been booked

  #renderBookings() {
    const newest = this.#bookings.slice(-LISTED).reverse();
    const wanted = newest.map((booking) => {
      const act = this.#open?.uid === booking.uid ? this.#open.act : "";
      return [[booking.uid, booking.updatedAt, act].join("|"), () => this.#entry(booking, act)];
    });
    reconcile(byId("bookings"), wanted.length ? wanted : [["none", () => el("li", { class: "none" }, this.#words.noBookings)]]);
  }

  #entry(booking, act) {
    const words = this.#words;
    const isOpen = booking.status !== "cancel";
    const button = (name, text) =>
      el("button", { type: "button", class: "quiet", "data-act": name, "aria-expanded": String(act === name), onclick: () => this.#toggle(booking.uid, name) }, text);
    return el("li", { class: booking.status, "data-uid": booking.uid },
      el("p", { class: "title" }, el("b", {}, booking.name), " ", el("small", {}, words[`booking_${booking.status}`] ?? booking.status)),
      el("p", { class: "when" }, this.#when(booking)),
      el("p", { class: "who" }, booking.contacts.map(({ name }) => name).join(" / "), " → ", booking.hosts.map(({ userId }) => this.#hostName(userId)).join(" / ")),
      booking.cancelReason ? el("p", { class: "who" }, booking.cancelReason) : null,
      isOpen ? el("div", { class: "acts" }, button("move", words.move), button("cancel", words.cancelBooking)) : null,
      act ? this.#form(booking, act) : null,
    );
  }

  #when({ startedAt, endedAt }) {
    const [start, end] = [startedAt, endedAt].map((at) => wallOf(new Date(at), this.#person.timeZone));
    const day = written(start, this.#language, { month: "short", day: "numeric", weekday: "short" });
    return `${day} ${time(start)}–${time(end, true)}`;
  }

  /** Opens the form for moving or cancelling a booking, or closes it. */
  #toggle(uid, act) {
    const isSame = this.#open?.uid === uid && this.#open.act === act;
    this.#open = isSame ? null : { uid, act };
    this.#renderBookings();
    const entry = [...byId("bookings").children].find((one) => one.dataset.uid === uid);
    (entry?.querySelector("input") ?? entry?.querySelector(`[data-act=${act}]`))?.focus();
  }

  #form({ uid, startedAt }, act) {
    const words = this.#words;
    const by = el("select", { name: "by" }, el("option", { value: "guest" }, words.guest), el("option", { value: "host" }, words.host));
    const when = new Date(wallOf(new Date(startedAt), this.#person.timeZone)).toISOString().slice(0, 16);
    const input =
      act === "move"
        ? field(words.startsAt(this.#person.timeZone), el("input", { name: "when", type: "datetime-local", value: when, required: true }))
        : field(words.reason, el("input", { name: "reason" }));
    const submit = (event) => {
      event.preventDefault();
      const told = new FormData(event.currentTarget);
      const how = act === "move" ? { startedAt: this.#instant(told.get("when")) } : { reason: told.get("reason") || null };
      this.#act(act, { uid, by: told.get("by"), ...how });
    };
    return el("form", { class: "fields", onsubmit: submit }, input, field(words.by, by),
      el("button", { type: "submit", class: "main" }, act === "move" ? words.doMove : words.doCancel));
  }
}

const field = (name, input, hint) => el("label", { class: "field" }, el("span", {}, name), input, hint ? el("small", {}, hint) : null);
