"""Neighbouring atoms become phrases: one moment, or a range, a length, a repetition. No calendar, no clock, no language."""

from collections.abc import Iterable

from bot.language.atoms import Several, Token
from bot.language.building import Builder
from bot.language.phrase import Phrase
from bot.language.title_days import leave_to_the_title


def phrases(tokens: Iterable[Token], text: str, joiners: frozenset[str]) -> list[Phrase]:
    """The phrases of `text`, in order, from its tokens about time; links that join nothing are left out."""
    done: list[Phrase] = []
    weak: list[Token] = []
    builder = Builder(text)
    last = 0
    for token in tokens:
        atom = token.atom
        begin = token.begin
        if begin > last and builder.phrase is not None and text[last:begin].strip() not in joiners:
            done.append(builder.close())
        if type(atom) is Several:
            ready = _several(builder, token, atom, done)
            if not ready:
                weak.append(token)
        else:
            ready = True
            if not builder.add(token, atom):
                if builder.phrase is not None:
                    done.append(builder.close())
                ready = builder.add(token, atom)
        if ready:
            last = token.end
    if builder.phrase is not None:
        done.append(builder.close())
    for phrase in done:
        leave_to_the_title(phrase, text)
    if weak:
        _strengthen(done, weak, text)
    return _that_count(done)


def _that_count(done: list[Phrase]) -> list[Phrase]:
    """Those that say something: how often without a repetition is about other things."""
    repeats = timeless = False
    for phrase in done:
        repeats |= phrase.every is not None
        timeless |= phrase.times is not None or not phrase.tokens
    if not timeless:
        return done
    return [phrase for phrase in done if phrase.tokens and (repeats or phrase.times is None)]


def _strengthen(done: list[Phrase], weak: list[Token], text: str) -> None:
    """Two bare hours alone between blanks count when nothing else says a time of a day: "9-5 training tomorrow"."""
    if any(phrase.length or not phrase.lacks_a_time() for phrase in done):
        return
    if any(phrase.finish is not None and not phrase.finish.is_only_day() for phrase in done):
        return
    alone = [
        token
        for token in weak
        if not text[token.begin - 1 : token.begin].strip() and not text[token.end : token.end + 1].strip()
    ]
    if done and len(alone) == 1:
        builder = Builder(text)
        for atom in alone[0].atom.atoms:  # type: ignore[union-attr]  # only such atoms are weak
            builder.add(alone[0], atom)
        done.append(builder.close())
        done.sort(key=lambda phrase: phrase.begin)


def _several(builder: Builder, token: Token, several: Several, done: list[Phrase]) -> bool:
    phrase = builder.phrase
    if several.weak and (phrase is None or not phrase.lacks_a_time()):
        return False
    for atom in several.atoms:
        if not builder.add(token, atom):
            if builder.phrase is not None:
                done.append(builder.close())
            builder.add(token, atom)
    return True
