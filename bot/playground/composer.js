// The box to write in: Enter sends, Shift+Enter begins a line, and an input method has its Enter for itself.

import { byId, el, reconcile } from "/dom.js";
import { BOT } from "/rooms.js";
import { examples } from "/words.js";

export class Composer {
  #send;
  #drafts = new Map(); // "person|room" → what was written and not sent
  #key = "";
  #mention = "";

  /** `send(text)` is called with what somebody wrote. */
  constructor(send) {
    this.#send = send;
    const text = byId("text");
    text.addEventListener("input", () => this.#changed());
    text.addEventListener("keydown", (event) => {
      // Safari ends the composition before it tells of the Enter that ended it; 229 is how it marks that one.
      const isOfInputMethod = event.isComposing || event.keyCode === 229;
      if (event.key !== "Enter" || event.shiftKey || isOfInputMethod) return;
      event.preventDefault();
      this.#submit();
    });
    byId("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    byId("mention").addEventListener("click", () => this.#insertMention());
  }

  /** Somebody has opened a room: their draft for it, and examples of what one can say to these systems. */
  open(person, room, bot, systems, words, language) {
    this.#key = `${person.userId}|${room}`;
    this.#mention = room === BOT ? "" : `@${bot} `;
    const text = byId("text");
    text.value = this.#drafts.get(this.#key) ?? "";
    text.disabled = false; // what is typed before a room is open would be lost
    text.placeholder = room === BOT ? words.talkPlaceholder : words.roomPlaceholder(bot);
    text.setAttribute("aria-label", text.placeholder);
    const mention = byId("mention");
    mention.hidden = room === BOT;
    mention.textContent = this.#mention.trim();
    mention.title = words.mention(bot);
    const chip = (sentence) => () =>
      el("li", {}, el("button", { type: "button", onclick: () => this.#send(this.#mention + sentence) }, sentence));
    const sentences = examples(language, systems, room !== BOT);
    reconcile(byId("chips"), sentences.map((sentence) => [`${this.#key}|${sentence}`, chip(sentence)]));
    byId("chips").scrollLeft = 0;
    this.#changed();
  }

  #submit() {
    const text = byId("text");
    const written = text.value.trim();
    if (!written) return;
    text.value = "";
    this.#changed();
    this.#send(written);
  }

  #insertMention() {
    const text = byId("text");
    if (!text.value.startsWith(this.#mention.trim())) text.value = this.#mention + text.value;
    text.focus();
    text.setSelectionRange(text.value.length, text.value.length);
    this.#changed();
  }

  #changed() {
    const text = byId("text");
    this.#drafts.set(this.#key, text.value);
    text.rows = Math.min(5, text.value.split("\n").length);
    byId("send").disabled = !text.value.trim();
  }
}
