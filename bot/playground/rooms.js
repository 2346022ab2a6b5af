// Which talks somebody is in, and what was said there. No elements.

export const BOT = "bot"; // the 1:1 talk with the bot

const SLOWEST = 15_000; // milliseconds from a message's issue to its note; what claims longer was given its time by a tester

/** The bot's name as `person` sees it. */
export const botName = (line, person) => line.bot_names[person.locale] ?? line.bot_name;

/** The talks of `person`: [{id, title, members}], the 1:1 talk first. */
export function roomsOf(line, person) {
  const channels = line.channels.filter((one) => one.members.includes(person.userId));
  return [
    { id: BOT, title: botName(line, person), members: [person.userId] },
    ...channels.map((one) => ({ id: one.channelId, title: one.title, members: one.members })),
  ];
}

/**
 * Everything said in the talks of `person`, by room: Map of id → [{key, userId, content, status, at}] in order; userId is null
 * for the bot.
 */
export function talksOf(line, state, person) {
  const rooms = new Set(line.channels.map((one) => one.channelId));
  const alone = channelsOfTalks(state, rooms);
  const talks = new Map(roomsOf(line, person).map((room) => [room.id, []]));
  state.said.forEach(({ event, status, at }, index) => {
    const { userId, channelId } = event.source ?? {};
    if (event.type !== "message" || !event.content || !userId) return;
    const room = rooms.has(channelId) ? channelId : userId === person.userId ? BOT : null;
    const noted = Date.parse(at);
    const issued = Date.parse(event.issuedTime);
    const spoken = issued <= noted && noted - issued < SLOWEST ? issued : noted;
    talks.get(room)?.push({ key: `said|${event.issuedTime}|${userId}|${at}|${repeat(state.said, index)}`, userId, content: event.content, status, at: spoken });
  });
  state.messages.forEach(({ to, content, at }, index) => {
    const isMine = to.userId === person.userId || alone.get(to.channelId) === person.userId;
    const room = isMine ? BOT : to.channelId;
    talks.get(room)?.push({ key: `bot|${index}|${at}`, userId: null, content, status: 200, at: Date.parse(at) });
  });
  for (const talk of talks.values()) talk.sort((a, b) => a.at - b.at);
  return talks;
}

/** The channel ids of 1:1 talks, as far as events have named them: Map of channel id → user id. */
function channelsOfTalks(state, rooms) {
  const known = new Map();
  for (const { event } of state.said) {
    const { userId, channelId } = event.source ?? {};
    if (userId && channelId && !rooms.has(channelId)) known.set(channelId, userId);
  }
  return known;
}

/** How many notes of the very same moment stand before this one: a tester may send a thousand copies. */
function repeat(said, index) {
  let before = 0;
  while (index - before > 0 && said[index - before - 1].at === said[index].at) before += 1;
  return before;
}

/** The variant of a text for `locale`: `[{language, [member]: text}]` beside the base text. */
export function variant(base, variants, member, locale) {
  return variants?.find((one) => one.language === locale)?.[member] ?? base ?? "";
}

/** What a message says to somebody with `locale`: {text, actions: [{type, label, text, postback, uri, copyText}]}; null for a kind without words. */
export function wordsOf(content, locale) {
  const label = (action) => ({
    ...action,
    label: variant(action.label, action.i18nLabels, "label", locale),
    text: variant(action.text, action.i18nTexts, "text", locale),
  });
  const quick = (content.quickReply?.items ?? []).map((item) => label(item.action));
  switch (content.type) {
    case "text":
      return { text: variant(content.text, content.i18nTexts, "text", locale), actions: quick };
    case "button_template":
      return {
        text: variant(content.contentText, content.i18nContentTexts, "contentText", locale),
        actions: [...content.actions.map(label), ...quick],
      };
    case "link":
      return {
        text: variant(content.contentText, content.i18nContentTexts, "contentText", locale),
        actions: [
          { type: "uri", label: variant(content.linkText, content.i18nLinkTexts, "linkText", locale), uri: content.link },
          ...quick,
        ],
      };
    case "flex":
      return { text: variant(content.altText, content.i18nAltTexts, "altText", locale), actions: quick };
    default:
      return null;
  }
}
