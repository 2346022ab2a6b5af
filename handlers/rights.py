"""Who may change what; asked when the act happens."""

from providers.contract import Appointment, Person, Talk


def organises(asker: Person, appointment: Appointment) -> bool:
    """Whether the event is the asker's to change. An event whose organiser is not told is its owner's."""
    if appointment.organizer is None:
        return appointment.ref.owner in {asker.user_id, asker.email}
    return appointment.organizer.casefold() == asker.email.casefold()


def title_for(talk: Talk, appointment: Appointment) -> str:
    """The title as it may be shown in `talk`: "" for a private event in a room."""
    return "" if talk.room_id is not None and appointment.private else appointment.title
