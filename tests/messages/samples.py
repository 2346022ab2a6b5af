"""One reply of every kind, and of every kind of each kind, as they occur in an office. It is Friday 2026-11-20, 09:30 in Tokyo."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.messages.times import View
from handlers.commands import LeaveIt, Remark, Wish
from handlers.offers import Choice, Label, Offer, PickAppointment, PickPerson, PickTime
from handlers.replies import (
    Absent,
    Agenda,
    Allowed,
    AlreadyGone,
    AskMoveBooking,
    AskNewTime,
    AskReading,
    AskScope,
    AskSure,
    AskTarget,
    AskTitle,
    AskWhen,
    AskWhich,
    AskWho,
    Cancelled,
    CannotDo,
    ChangedMeanwhile,
    Created,
    DeadButton,
    Delayed,
    Doubtful,
    Failed,
    Greeting,
    Help,
    Left,
    Line,
    Loss,
    Moved,
    MovedBack,
    NotForYou,
    NothingAsked,
    NothingToUndo,
    NotLinked,
    NotThere,
    NotUnderstood,
    NotYours,
    Pressed,
    ReadOnly,
    Reply,
    Restored,
    SlotTaken,
    TooMany,
    Trouble,
    Withdrawn,
)
from providers.contract import Appointment, AppointmentRef, Days, Invitee, Person, Span
from tests.messages.announced import GOLDEN_ANNOUNCEMENTS, OTHER_ANNOUNCEMENTS, hostile_announcements

TOKYO = "Asia/Tokyo"
VIEW = View(datetime(2026, 11, 20, 9, 30, tzinfo=ZoneInfo(TOKYO)), TOKYO)

LOSSES = tuple(Loss)  # see AskSure
EVENT_LOSSES = tuple(loss for loss in Loss if loss is not Loss.BOOKING)


def at(month: int, day: int, hour: int, minute: int = 0, *, year: int = 2026, zone: str = TOKYO) -> datetime:
    """A time in the year of the samples."""
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))


def span(day: int, start: int, end: int) -> Span:
    """Full hours of a day of November."""
    return Span(at(11, day, start), at(11, day, end))


def offer(label: Label) -> Offer:
    """A button; what it does is not the words' business."""
    return Offer(label, LeaveIt())


REVIEW_TIME = span(21, 15, 16)
TANAKA = Person("u1", "taro@example.com", "田中 太郎")
TANAKA_2 = Person("u2", "jiro@example.com", "田中 次郎")
WISH = Wish("設計レビュー", REVIEW_TIME, TOKYO)
REVIEW = Appointment(AppointmentRef("lineworks", "u9", "e1"), "設計レビュー", REVIEW_TIME, TOKYO)
FULL = replace(
    REVIEW,
    description="資料は共有フォルダ",
    location="会議室A",
    invitees=(Invitee("taro@example.com", "田中 太郎"), Invitee("k@example.com", "鈴木 一郎", optional=True)),
    private=True,
    free=True,
    link="https://meet.example.com/abc",
)
UNDO = offer(Choice.UNDO)
NO = offer(Choice.NO)

# The first of these are the golden ones: tests/messages/answers/<locale>.txt holds what each language says.
GOLDEN: dict[str, Reply] = {
    "created": Created(REVIEW, "営業部", remarks=(Remark.LENGTH,), offers=(UNDO,)),
    "created in full": Created(
        FULL,
        "営業部",
        reminders=(timedelta(days=1), timedelta(minutes=10), timedelta()),
        recurrence="FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;COUNT=10",
        remarks=(Remark.AFTERNOON,),
        offers=(UNDO, offer(PickTime(span(21, 3, 4), TOKYO))),
    ),
    "created in another system": Created(
        replace(REVIEW, ref=AppointmentRef("backoffice", "u9", "e1"), description="場所：会議室A"),
        "backoffice",
        remarks=(Remark.PLACE_NOTED, Remark.NO_LEAD),
        offers=(UNDO,),
    ),
    "created for days of next year": Created(
        replace(REVIEW, title="冬休み", when=Days(date(2026, 12, 29), date(2027, 1, 3))), "", offers=(UNDO,)
    ),
    "created over midnight for another zone": Created(
        replace(REVIEW, title="Release", when=Span(at(11, 21, 23), at(11, 22, 1, 30)), zone="Asia/Seoul"), ""
    ),
    "agenda of a day": Agenda(
        Days(date(2026, 11, 20), date(2026, 11, 20)),
        TOKYO,
        "田中 太郎",
        (
            Line("出張", Days(date(2026, 11, 19), date(2026, 11, 20))),
            Line("開発合宿", Days(date(2026, 11, 20), date(2026, 11, 20))),
            Line("設計レビュー", span(20, 15, 16), "会議室A"),
            Line("", span(20, 17, 18)),
        ),
    ),
    "agenda of a week": Agenda(
        Days(date(2026, 11, 23), date(2026, 11, 29)),
        TOKYO,
        "",
        (
            Line("夜間作業", Span(at(11, 22, 23), at(11, 23, 1))),
            Line("定例", span(23, 10, 11), link="https://meet.example.com/abc"),
            Line("締め切り", Span(at(11, 26, 17), at(11, 26, 17))),
        ),
    ),
    "agenda of an empty day": Agenda(Days(date(2026, 11, 21), date(2026, 11, 21)), TOKYO, "田中 太郎", ()),
    "agenda of several systems": Agenda(
        Days(date(2026, 11, 20), date(2026, 11, 20)),
        TOKYO,
        "田中 太郎",
        (
            Line("設計レビュー", span(20, 15, 16), "会議室A"),
            Line("製品のご相談", span(20, 16, 17), origin="jicoo"),
            Line("請求の締め", Days(date(2026, 11, 20), date(2026, 11, 20)), origin="backoffice"),
        ),
    ),
    "agenda without a system": Agenda(
        Days(date(2026, 11, 21), date(2026, 11, 21)), TOKYO, "田中 太郎", (), ("jicoo", "backoffice")
    ),
    "agenda of one title": Agenda(
        Days(date(2026, 11, 20), date(2027, 1, 19)),
        TOKYO,
        "",
        (Line("歯医者", span(27, 15, 16)), Line("歯医者", span(30, 15, 16))),
        title="歯医者",
    ),
    "agenda of a title nothing has": Agenda(Days(date(2026, 11, 20), date(2027, 1, 19)), TOKYO, "", (), title="歯医者"),
    "cancelled": Cancelled("設計レビュー", REVIEW_TIME, TOKYO, "", (UNDO,)),
    "moved": Moved(replace(REVIEW, when=span(23, 9, 10)), REVIEW_TIME, "営業部", (UNDO,)),
    "withdrawn": Withdrawn("設計レビュー", REVIEW_TIME, TOKYO),
    "restored": Restored(REVIEW, ""),
    "restored anew": Restored(REVIEW, "backoffice", anew=True),
    "moved back": MovedBack(REVIEW, ""),
    "when": AskWhen(replace(WISH, when=None)),
    "title": AskTitle(replace(WISH, title=""), (offer(Choice.PLAIN_TITLE), NO)),
    "reading": AskReading(
        Doubtful.AMBIGUOUS,
        "5時",
        offers=(offer(PickTime(span(20, 17, 18), TOKYO)), offer(PickTime(span(21, 5, 6), TOKYO)), NO),
    ),
    "who": AskWho(
        "田中",
        (TANAKA, TANAKA_2),
        WISH,
        (
            offer(PickPerson("田中 太郎", "taro@example.com")),
            offer(PickPerson("田中 次郎", "jiro@example.com")),
            offer(Choice.WITHOUT_THEM),
            NO,
        ),
    ),
    "who of one name": AskWho(
        "田中",
        (TANAKA, replace(TANAKA, email="tanaka2@example.com")),
        WISH,
        (
            offer(PickPerson("田中 太郎", "taro@example.com")),
            offer(PickPerson("田中 太郎", "tanaka2@example.com")),
            offer(Choice.WITHOUT_THEM),
            NO,
        ),
    ),
    "which": AskWhich(
        "cancel",
        12,
        (
            offer(PickAppointment("設計レビュー", REVIEW_TIME, TOKYO)),
            offer(PickAppointment("", Days(date(2027, 1, 8), date(2027, 1, 8)), TOKYO)),
            NO,
        ),
    ),
    "scope": AskScope("定例", REVIEW_TIME, TOKYO, (offer(Choice.THIS_ONE), offer(Choice.WHOLE_SERIES), NO)),
    "sure": AskSure("設計レビュー", REVIEW_TIME, TOKYO, EVENT_LOSSES, (offer(Choice.YES_CANCEL), NO)),
    "sure of a booking": AskSure("製品のご相談", REVIEW_TIME, TOKYO, (Loss.BOOKING,), (offer(Choice.YES_CANCEL), NO)),
    "move a booking": AskMoveBooking("製品のご相談", REVIEW_TIME, span(23, 9, 10), TOKYO, (offer(Choice.YES_MOVE), NO)),
    "slot taken": SlotTaken(span(23, 9, 10), TOKYO),
    "not there": NotThere("設計レビュー", REVIEW_TIME, TOKYO),
    "not there, as far as known": NotThere("設計レビュー", REVIEW_TIME, TOKYO, ("jicoo", "backoffice")),
    "not linked": NotLinked("jicoo"),
    "not yours": NotYours("設計レビュー", "taro@example.com"),
    "away": Failed(Trouble.AWAY, offers=(offer(Choice.AGAIN),)),
    "away elsewhere": Failed(Trouble.AWAY, offers=(offer(Choice.AGAIN),), provider="jicoo"),
    "delayed": Delayed(),
    "delayed elsewhere": Delayed("jicoo"),
    "key": Failed(Trouble.KEY, provider="backoffice"),
    "uncertain": Failed(Trouble.AWAY, certain=False, offers=(offer(Choice.AGAIN),)),
    "help": Help(in_room=True),
    "greeting": Greeting(in_room=True),
    **GOLDEN_ANNOUNCEMENTS,
}

_OTHERS: dict[str, Reply] = {
    "created with every remark": Created(REVIEW, "", remarks=tuple(Remark)),
    "nothing changed": Left(),
    "untitled when": AskWhen(replace(WISH, title="", when=None)),
    "title without a time": AskTitle(replace(WISH, title="", when=None)),
    "nobody": AskWho("佐々木", (), WISH, (offer(Choice.WITHOUT_THEM), NO)),
    "which to move": AskWhich("move", 2),
    "what to cancel": AskTarget("cancel"),
    "what to move": AskTarget("move"),
    "new time": AskNewTime("設計レビュー"),
    "not there on a day": NotThere("", Days(date(2026, 11, 21), date(2026, 11, 21)), TOKYO),
    "not there in a week": NotThere("定例", Days(date(2026, 11, 23), date(2026, 11, 29)), TOKYO),
    "not there at all": NotThere("設計レビュー", None, TOKYO),
    "already gone": AlreadyGone(),
    "not yours, private": NotYours("", ""),
    "changed meanwhile": ChangedMeanwhile("設計レビュー"),
    "too many": TooMany(100),
    "read only": ReadOnly(),
    "uncertain without a button": Failed(Trouble.AWAY, certain=False),
    "nothing to undo": NothingToUndo(),
    "nothing asked": NothingAsked(),
    "not understood": NotUnderstood(),
    "help in a talk": Help(in_room=False),
    "greeting in a talk": Greeting(in_room=False),
    "not there on Jicoo": NotThere("", None, TOKYO, ("jicoo",)),
    "uncertain elsewhere": Failed(Trouble.AWAY, certain=False, provider="backoffice"),
    **{f"not for you but for {who}": NotForYou(who) for who in Allowed},
    **{f"lost {loss}": AskSure("定例", REVIEW_TIME, TOKYO, (loss,)) for loss in LOSSES},
    **{f"cannot {absent}": CannotDo(absent, "googleカレンダー") for absent in Absent},
    "cannot jicoo": CannotDo(Absent.SYSTEM, "jicoo"),
    "cannot back office": CannotDo(Absent.SYSTEM, "backoffice"),
    **{f"trouble {trouble}": Failed(trouble) for trouble in Trouble},
    **{f"trouble {trouble} elsewhere": Failed(trouble, provider="jicoo") for trouble in Trouble},
    **{f"dead button {why}": DeadButton(why) for why in Pressed},
    **{f"doubt {doubt}": AskReading(doubt, "2月30日") for doubt in Doubtful},
    **OTHER_ANNOUNCEMENTS,
}

SAMPLES: dict[str, Reply] = GOLDEN | _OTHERS


def hostile(text: str) -> Iterator[Reply]:
    """Every reply that shows other people's words, with `text` in all places at once."""
    event = replace(
        FULL,
        title=text,
        description=text,
        location=text,
        link=text,
        invitees=(Invitee(text), Invitee(text, text, True)),
    )
    someone = Person(text, text, text)
    picks = (
        offer(PickPerson(text, text)),
        offer(PickAppointment(text, REVIEW_TIME, TOKYO)),
        offer(PickAppointment(text, Days(date(2027, 1, 1), date(2027, 1, 9)), TOKYO)),
    )
    wish = replace(WISH, title=text)
    yield Created(event, text, offers=picks)
    yield Agenda(
        Days(date(2026, 11, 20), date(2026, 11, 26)), TOKYO, text, (Line(text, REVIEW_TIME, text, text, text),) * 99
    )
    yield Agenda(Days(date(2026, 11, 20), date(2026, 11, 20)), TOKYO, text, (), (text,) * 3)
    yield Cancelled(text, REVIEW_TIME, TOKYO, text)
    yield Moved(event, REVIEW_TIME, text)
    yield Withdrawn(text, REVIEW_TIME, TOKYO)
    yield Restored(event, text)
    yield MovedBack(event, text)
    yield AskWhen(wish)
    yield AskReading(Doubtful.RESIDUE, text, wish)
    yield AskWho(text, (), wish)
    yield AskWho(text, (someone,) * 99, wish, picks)
    yield AskWhich("cancel", 99, picks)
    yield AskScope(text, REVIEW_TIME, TOKYO)
    yield AskSure(text, REVIEW_TIME, TOKYO, LOSSES, picks)
    yield AskNewTime(text)
    yield NotThere(text, REVIEW_TIME, TOKYO, (text,) * 3)
    yield NotLinked(text)
    yield AskMoveBooking(text, REVIEW_TIME, REVIEW_TIME, TOKYO, picks)
    yield Failed(Trouble.AWAY, provider=text)
    yield Delayed(text)
    yield Failed(Trouble.AWAY, certain=False, provider=text)
    yield NotYours(text, text)
    yield ChangedMeanwhile(text)
    for absent in Absent:
        yield CannotDo(absent, text)
    yield from hostile_announcements(text)
