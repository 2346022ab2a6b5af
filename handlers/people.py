"""Who is meant by a name: the room's members first, then the whole directory. Never guesses between two."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from handlers.commands import CreateAppointment, LeaveIt, Wanted, Wish
from handlers.context import Context
from handlers.offers import Choice, Offer, PickPerson
from handlers.replies import AskWho
from providers.contract import Invitee, Person

MOST_CANDIDATES = 8  # buttons; two more are needed for "without them" and "leave it"

_HONORIFIC = re.compile(
    r"(?:さん|様|さま|くん|君|ちゃん|氏|殿|先生|部長|次長|課長|係長|主任|社長|님|씨|小姐|女士)$|^(?:mr|ms|mrs|dr)\.? "
)
_ADDRESS = re.compile(r"[^@\s<>]+@[^@\s<>]+\.[^@\s<>]+")


async def resolve(wish: Wish, ctx: Context) -> Wish | tuple[Wanted, tuple[Person, ...]]:
    """`wish` with everybody found; or the first who is nobody or several people, with those it could be.

    The asker is never invited to their own event.
    """
    wanted: dict[str, Wanted] = {}
    for one in wish.wanted:
        invitee = one.invitee
        if invitee is None and _ADDRESS.fullmatch(one.written):
            invitee = Invitee(one.written)
        elif invitee is None:
            people = await called(one.written, ctx)
            if len(people) != 1:
                return one, people
            invitee = Invitee(people[0].email, people[0].name)
        if invitee.account is None:  # however they were found: by name, by address, by a button
            invitee = replace(invitee, account=await _linked(invitee.email, wish.provider, ctx))
        if invitee.email.casefold() != ctx.asker.email.casefold():
            wanted.setdefault(invitee.email.casefold(), replace(one, invitee=invitee))
    return replace(wish, wanted=tuple(wanted.values()))


async def _linked(email: str, provider: str, ctx: Context) -> str | None:
    """Who an operator has said that the member of this address is; None for most people."""
    links = await ctx.ports.accounts.links()
    linked = {user: accounts[provider] for user, accounts in links.items() if provider in accounts}
    everyone = await ctx.ports.directory.everyone() if linked else ()
    return next(
        (linked[one.user_id] for one in everyone if one.user_id in linked and one.email.casefold() == email.casefold()),
        None,
    )


async def called(written: str, ctx: Context) -> tuple[Person, ...]:
    """Everybody `written` may mean, in the directory's order; of those in the room, if any are."""
    everyone = await ctx.ports.directory.everyone()
    found = tuple(_matching(written, everyone))
    if len(found) > 1 and ctx.talk.room_id is not None:
        members = set(await ctx.ports.chat.members(ctx.talk.room_id))
        found = tuple(person for person in found if person.user_id in members) or found
    return found


def which_person(wish: Wish, who: Wanted, people: tuple[Person, ...], key: str) -> AskWho:
    """The question who is meant, with a button for each and one to go on without them."""
    offers = [
        Offer(PickPerson(person.name, person.email), CreateAppointment(_with(wish, who, person), key))
        for person in people[:MOST_CANDIDATES]
    ]
    others = tuple(one for one in wish.wanted if one is not who)
    offers.append(Offer(Choice.WITHOUT_THEM, CreateAppointment(replace(wish, wanted=others), key)))
    offers.append(Offer(Choice.NO, LeaveIt()))
    return AskWho(who.written, people, wish, tuple(offers))


@lru_cache(maxsize=100_000)
def fold(name: str) -> str:
    """A name as it is compared: width, case, blanks and honorifics do not matter."""
    return _HONORIFIC.sub("", unicodedata.normalize("NFKC", name).casefold().strip()).replace(" ", "")


def _matching(written: str, everyone: Iterable[Person]) -> Iterable[Person]:
    key = fold(written)
    return (person for person in everyone if key and any(fold(name) == key for name in (person.name, *person.names)))


def _with(wish: Wish, who: Wanted, person: Person) -> Wish:
    found = replace(who, invitee=Invitee(person.email, person.name, who.optional))
    return replace(wish, wanted=tuple(found if one is who else one for one in wish.wanted))
