// The outside systems: what each is called, how it is marked, and where its calls go. No elements.

/**
 * Those that the page can show, in the order in which it names them; which of them there are, the demo's line says.
 * `mark` stands on an event where several systems share a calendar. In `calls`, regular expressions: `all` fits each call,
 * `work` those that the bot cannot do without, `create` those that make an event. `denied` is the body of its 401.
 */
const SYSTEMS = [
  {
    id: "lineworks",
    name: "LINE WORKS",
    mark: "LW",
    calls: { all: "^/v1.0/", work: "/calendar", create: "/events$" },
    denied: { code: "UNAUTHORIZED", description: "Authentication failed" },
  },
  { id: "jicoo", name: "Jicoo", mark: "JC", calls: { all: "^/v1/", work: "^/v1/", create: "/(schedules|bookings)$" } },
  { id: "backoffice", name: "Back Office", mark: "BO", calls: { all: "^/api/", work: "^/api/", create: "/events$" } },
];

/** Those that this demo has. */
export const systemsOf = (line) => SYSTEMS.filter(({ id }) => line.systems.includes(id));

/** One of them by its id. */
export const system = (id) => SYSTEMS.find((one) => one.id === id);
