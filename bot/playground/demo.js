// The connection to the demo: what it holds, whenever that changes, and what people do in it.

const BREATH = 250; // milliseconds between the starts of two readings of the state
const PATIENCE = 5_000; // milliseconds for an answer
const RETRY = 1_000; // milliseconds between two attempts to reach a demo that has stopped

/**
 * Tells its listener `line(line)` once the demo is there, `states(states, askedAt)` after every change, with what each system
 * holds by its id, and `connection("connecting" | "up" | "down")`. Nothing is asked while nobody looks at the page: a browser allows few
 * connections to one server, and every stream holds one.
 */
export class Demo {
  #listener;
  #stream = null;
  #timer = 0;
  #asking = false;
  #again = false;
  #askedAt = -Infinity;
  #connection = "";
  #systems = []; // those that the line names

  constructor(listener) {
    this.#listener = listener;
    document.addEventListener("visibilitychange", () => (document.hidden ? this.#rest() : this.#open()));
  }

  /** Connect, and again whenever the connection breaks. */
  start() {
    this.#tell("connecting");
    this.#open();
  }

  /** Let a person write, or press a button when there is a postback. The bot's status: 0 when nobody answered. */
  async say(told) {
    const { status } = await this.ask("lineworks", "POST", "say", told);
    this.refresh();
    return status;
  }

  /** A request to the control surface of a system's simulator. Throws when it was not carried out. */
  ask(system, method, name, told) {
    return this.#carryOut(method, `/${system}/_sim/${name}`, told);
  }

  /** Have the bot look through Jicoo's bookings now: {found, followed}, how many were news and how many known. Throws. */
  sweep() {
    return this.#carryOut("POST", "/sweep");
  }

  async #carryOut(method, path, told) {
    const body = told === undefined ? undefined : JSON.stringify(told);
    const answer = await fetch(path, {
      method,
      body,
      headers: body && { "Content-Type": "application/json" },
      signal: AbortSignal.timeout(PATIENCE * 3),
    });
    const value = await answer.json();
    if (!answer.ok) throw new Error(value.error);
    return value;
  }

  /** Read the states soon: at once, or when it was read a moment ago, after a breath. */
  refresh() {
    if (!this.#systems.length) return;
    if (this.#asking || this.#timer) {
      this.#again ||= this.#asking;
      return;
    }
    this.#timer = setTimeout(() => this.#read(), Math.max(0, this.#askedAt + BREATH - performance.now()));
  }

  async #read() {
    this.#timer = 0;
    this.#asking = true;
    this.#askedAt = performance.now();
    const states = await this.#states();
    this.#asking = false;
    if (this.#again) {
      this.#again = false;
      this.refresh();
    }
    if (states) this.#listener.states(states, this.#askedAt);
  }

  /** What each system holds; null when one does not answer: the stream notices by itself when the demo has gone. */
  async #states() {
    const read = async (system) => {
      const answer = await fetch(`/${system}/_sim/state`, { signal: AbortSignal.timeout(PATIENCE) });
      return [system, answer.ok ? await answer.json() : null];
    };
    try {
      const told = await Promise.all(this.#systems.map(read));
      return told.every(([, held]) => held) ? Object.fromEntries(told) : null;
    } catch (error) {
      if (!isOfNetwork(error)) throw error;
      return null;
    }
  }

  async #open() {
    if (this.#stream || document.hidden) return;
    const stream = new EventSource("/watch");
    this.#stream = stream;
    stream.onmessage = () => this.refresh();
    stream.onerror = () => this.#lose(stream);
    stream.onopen = async () => {
      try {
        const answer = await fetch("/line", { signal: AbortSignal.timeout(PATIENCE) });
        if (this.#stream !== stream) return;
        const line = await answer.json();
        this.#systems = line.systems;
        this.#listener.line(line);
        this.#tell("up");
        this.refresh();
      } catch (error) {
        if (!isOfNetwork(error)) throw error;
        this.#lose(stream);
      }
    };
  }

  // A browser gives up for good after an error status, and waits long after others: so we do it ourselves.
  #lose(stream) {
    stream.close();
    if (this.#stream !== stream) return;
    this.#tell("down");
    setTimeout(() => {
      this.#stream = null;
      this.#open();
    }, RETRY);
  }

  #rest() {
    this.#stream?.close();
    this.#stream = null;
  }

  #tell(connection) {
    if (connection === this.#connection) return;
    this.#connection = connection;
    this.#listener.connection(connection);
  }
}

const isOfNetwork = (error) => ["TypeError", "TimeoutError", "AbortError", "SyntaxError"].includes(error.name);
