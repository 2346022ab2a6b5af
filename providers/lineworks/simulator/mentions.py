"""Mentions in what the bot sends: `<m userId="…">`, by user id or login e-mail, or "all" in a channel. No I/O.

Source: https://developers.worksmobile.com/en/docs/bot-mention
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from providers.lineworks.simulator.tenant import Tenant
from providers.simulation.fields import bad

TAG = re.compile(r'<m userId="([^"<>]*)">')
MOST = 50  # per message, repeats counted
EVERYBODY = "all"


@dataclass(frozen=True, slots=True)
class Audience:
    """Who is in the talk that a message goes to, by user id."""

    tenant: Tenant
    members: frozenset[str]
    is_channel: bool

    def check(self, texts: Iterable[tuple[str, Sequence[str]]]) -> None:
        """Raise Invalid unless all mentions of a message can be shown here.

        Each text comes with its translations, which must mention the same members.
        """
        count = 0
        for text, translations in texts:
            mentioned = TAG.findall(text)
            count += len(mentioned)
            for key in mentioned:
                self._check_one(key)
            if any(set(TAG.findall(translation)) != set(mentioned) for translation in translations):
                bad("content", "must mention the same members in every language")
        if count > MOST:
            bad("content", f"must not have more than {MOST} mentions")

    def _check_one(self, key: str) -> None:
        if key == EVERYBODY:
            if not self.is_channel:
                bad("content", "mentions all outside of a channel")
            return
        member = self.tenant.member(key)
        if member is None or member.user_id not in self.members:
            bad("content", "Mentioned user does not exist in the channel")
