"""Korean, in 해요체 throughout. No particle follows a name or a title: it would depend on its last sound."""

from datetime import date, datetime, timedelta
from typing import assert_never

from bot.messages.bookings import Gap
from bot.messages.facts import Fact
from bot.messages.plain import plain
from bot.messages.recurrence import Rule
from bot.messages.times import View, parts
from bot.messages.words import Words
from handlers.announcements import Change
from handlers.commands import Remark
from handlers.offers import Choice
from handlers.replies import (
    Absent,
    Agenda,
    Allowed,
    AlreadyGone,
    Answer,
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
    Restored,
    SlotTaken,
    TooMany,
    Trouble,
    Withdrawn,
)
from providers.bookings import Side

_UNITS = {"DAILY": ("매일", "일"), "WEEKLY": ("매주", "주"), "MONTHLY": ("매월", "개월"), "YEARLY": ("매년", "년")}
_NTHS = {1: "첫 번째", 2: "두 번째", 3: "세 번째", 4: "네 번째", 5: "다섯 번째", -1: "마지막"}
_ACTS = {"cancel": "취소", "move": "변경"}


class Korean(Words):
    """ko_KR."""

    locale = "ko_KR"
    weekdays = ("월", "화", "수", "목", "금", "토", "일")
    dash = "~"
    wide_dash = " ~ "
    calendar_unnamed = "LINE WORKS 캘린더"
    the_calendar = "캘린더"
    busy = "일정 있음"
    unnamed = "비공개"
    private = "비공개"
    free = "한가함"
    more_people = "외 {count}명"
    more_events = "{count}개를 더 표시하지 못했어요. 기간을 줄여서 물어봐 주세요."
    unread = "※ {systems} 일정은 확인하지 못했어요."
    only_events = "버튼에는 처음 {count}개만 표시했어요. 다른 일정은 날짜와 제목을 적어 주세요."
    only_people = "버튼에는 처음 {count}명만 표시했어요. 다른 분은 이름 전체나 이메일 주소로 알려 주세요."
    facts = {
        Fact.BEFORE: "변경 전",
        Fact.CALENDAR: "캘린더",
        Fact.INVITED: "참석자",
        Fact.OPTIONAL: "선택 참석자",
        Fact.PLACE: "장소",
        Fact.NOTE: "메모",
        Fact.REMINDER: "알림",
        Fact.REPEATS: "반복",
        Fact.SHOWN_AS: "표시",
        Fact.LINK: "링크",
        Fact.LOST: "되돌릴 수 없는 것",
        Fact.NOW: "현재",
        Fact.GUEST: "예약자",
        Fact.GUEST_TIME: "예약자 현지 시각",
        Fact.GUEST_ZONE: "예약자 시간대",
        Fact.HOSTS: "담당자",
        Fact.REASON: "사유",
        Fact.MESSAGE: "메시지",
        Fact.GUEST_NAMES: "예약자 이름",
        Fact.MIRROR: "담당자 캘린더",
    }
    choices = {
        Choice.UNDO: "되돌리기",
        Choice.AGAIN: "다시 시도",
        Choice.YES_CANCEL: "일정 취소하기",
        Choice.NO: "그만두기",
        Choice.THIS_ONE: "이 일정만",
        Choice.WHOLE_SERIES: "반복 일정 전체",
        Choice.WITHOUT_THEM: "초대하지 않고 등록",
        Choice.PLAIN_TITLE: "제목 없이 등록",
        Choice.YES_MOVE: "예약 변경하기",
        Choice.CANCEL_BOOKING: "예약 취소",
        Choice.DAY: "이날 내 일정",
        Choice.STOP_ROUTE: "알림 중지",
        Choice.NAME_GUESTS: "예약자 이름 표시",
        Choice.HIDE_GUESTS: "예약자 이름 숨기기",
        Choice.MIRROR: "캘린더에 등록",
        Choice.NO_MIRROR: "캘린더에 등록 안 함",
    }
    losses = {
        Loss.ANSWERS: "참석자의 참석 여부 응답",
        Loss.MEETING: "화상 회의 링크",
        Loss.ATTACHMENTS: "첨부 파일",
        Loss.GUESTS: "사외 참석자에게 가는 취소 알림",
        Loss.SERIES: "회차별로 바꾼 내용(모든 회차가 취소돼요)",
        Loss.BOOKING: "예약(예약자에게 취소 알림이 가요)",
    }
    remarks = {
        Remark.AFTERNOON: "※ 오후 시각으로 읽었어요.",
        Remark.OTHER_HALF: "※ 지난 시각이라 다음에 오는 시각으로 했어요.",
        Remark.TODAY: "※ 날짜가 없어서 오늘로 했어요.",
        Remark.TOMORROW: "※ 오늘은 이미 지난 시각이라 내일로 했어요.",
        Remark.NEXT_DAY: "※ 24시 이후라서 다음 날로 했어요.",
        Remark.WEEKDAY: "※ 요일과 날짜가 맞지 않아 날짜에 맞췄어요.",
        Remark.NEXT_YEAR: "※ 내년 날짜예요.",
        Remark.LENGTH: "※ 종료 시각이 없어서 {length} 일정으로 했어요.",
        Remark.TITLE_CUT: "※ 제목이 길어서 전체 내용은 메모에 넣었어요.",
        Remark.PLACE_CUT: "※ 장소가 길어서 전체 내용은 메모에 넣었어요.",
        Remark.PLACE_NOTED: "※ {system}에는 장소 항목이 없어서 장소는 메모에 넣었어요.",
        Remark.MIDNIGHTS: "※ {system}에는 종일 일정이 없어서 0시부터 24시까지로 등록했어요.",
        Remark.NOT_FREE: "※ {system}에서는 한가함으로 표시할 수 없어서 바쁨으로 표시돼요.",
        Remark.NOT_OPTIONAL: "※ {system}에는 선택 참석자가 없어서 모두 참석자로 초대했어요.",
        Remark.NO_LEAD: "※ 알림이 몇 분 전에 오는지는 {system} 설정에 따라요.",
    }
    absences = {
        Absent.SYSTEM: "‘{name}’에는 등록할 수 없어요. LINE WORKS 캘린더에는 등록할 수 있어요.",
        Absent.CALENDAR: "‘{name}’ 캘린더를 찾을 수 없어서 등록하지 않았어요.",
        Absent.FREE_TIME: "빈 시간 찾기는 아직 할 수 없어요. ‘다음 주 일정’이라고 하면 일정을 보여 드려요.",
        Absent.OTHERS: "{name} 님의 일정은 보여 드릴 수 없어요. 본인 일정은 ‘내일 일정’처럼 적으면 볼 수 있어요.",
        Absent.CORRECTION: "어떤 일정인지 알 수 없어서 변경하지 않았어요. 예: 설계 검토 16시로 변경",
        Absent.RECURRENCE: "{name}에는 반복 일정을 등록할 수 없어서 등록하지 않았어요.",
        Absent.PRIVATE: "{name}에는 비공개 일정을 등록할 수 없어서 등록하지 않았어요.",
        Absent.BOOKINGS: "연결된 예약 시스템이 없어요. 관리자에게 문의해 주세요.",
        Absent.ROOM: "1:1 대화에서는 할 수 없어요. 사용할 메시지방에서 적어 주세요.",
    }
    allowed = {
        Allowed.ADMINS: "관리자만 할 수 있는 작업이에요.",
        Allowed.HOSTS: "이 예약은 담당자와 관리자만 변경하거나 취소할 수 있어요.",
    }
    troubles = {
        Trouble.AWAY: "{system}에 연결할 수 없어요. 등록하거나 변경한 것은 없어요.",
        Trouble.REFUSED: "{system}에서 받아들이지 않았어요. 등록하거나 변경한 것은 없어요. 내용을 바꿔서 다시 시도해 주세요.",
        Trouble.KEY: (
            "{system} 연결에 쓰는 키가 잘못됐거나 만료됐어요. 등록하거나 변경한 것은 없어요. "
            "관리자에게 키 갱신을 요청해 주세요."
        ),
        Trouble.DENIED: "{system} 사용 권한이 없어요. 등록하거나 변경한 것은 없어요. 관리자에게 알려 주세요.",
        Trouble.FAULT: "시스템 오류로 처리하지 못했어요. 관리자에게 알려 주세요.",
    }
    uncertain = "{system}에서 응답이 없어서 처리됐는지 확인하지 못했어요. {system}에서 확인해 주세요."
    delayed = "조금만 기다려 주세요. {system}의 응답이 늦어지고 있어요. 연결되는 대로 여기에 답변드릴게요."
    again_is_safe = "‘다시 시도’를 눌러도 두 번 등록되지 않아요."
    dead_buttons = {
        Pressed.SPENT: "이미 사용한 버튼이에요.",
        Pressed.EXPIRED: "유효 시간이 지난 버튼이에요. 다시 입력해 주세요.",
        Pressed.FOREIGN: "질문을 받은 본인만 누를 수 있는 버튼이에요.",
        Pressed.UNKNOWN: "사용할 수 없는 버튼이에요. 다시 입력해 주세요.",
    }
    doubts = {
        Doubtful.RESIDUE: "‘{words}’ 부분을 날짜나 시각으로 읽지 못했어요. 언제인가요? 예: 12월 1일 15시",
        Doubtful.NONSENSE: "‘{words}’ 같은 날짜나 시각은 없어요. 언제인가요? 예: 12월 1일 15시",
        Doubtful.PAST: "‘{words}’ 시각은 이미 지났어요. 언제로 할까요? 예: 내일 15시",
        Doubtful.AMBIGUOUS: "‘{words}’, 어느 시각을 말씀하셨나요?",
        Doubtful.FOREIGN: "‘{words}’, 이 시각이 맞나요?",
        Doubtful.VAGUE: "‘{words}’, 정확히 언제로 할까요? 예: 내일 15시부터 1시간",
        Doubtful.TALK: "‘{words}’, 일정에 넣을까요?",
    }
    examples = (
        "내일 15시부터 1시간 설계 검토 @김민수",
        "다음 주 일정",
        "내일 설계 검토 취소",
        "설계 검토 16시로 변경",
        "되돌리기",
    )
    changes = {
        Change.REQUESTED: "승인 대기 중인 예약",
        Change.MADE: "새 예약",
        Change.MOVED: "예약이 변경됐어요",
        Change.CANCELLED: "예약이 취소됐어요",
    }
    sides = {Side.GUEST: "(예약자)", Side.HOST: "(담당자)"}
    person = "{name} 님"
    former_unknown = "※ 변경 전 시간은 알 수 없어요."
    entries = {
        Gap.REFUSED: "※ {names}의 캘린더에는 등록하지 못했어요.",
        Gap.NOBODY: "※ 담당자를 알 수 없어서 캘린더에는 등록하지 않았어요.",
        Gap.LATER: "※ 캘린더에는 연결되는 대로 등록할게요.",
    }
    updates = {
        Gap.REFUSED: "※ {names}의 캘린더에는 반영하지 못했어요.",
        Gap.NOBODY: "※ 담당자를 알 수 없어서 캘린더에는 반영하지 않았어요.",
        Gap.LATER: "※ 캘린더에는 연결되는 대로 반영할게요.",
    }
    bookings_found = "알림(웹훅)을 받지 못한 예약과 변경이 {count}건 있었어요."
    more_lines = "외 {count}건"
    booking_cancelled = "예약을 취소했어요"
    booking_moved = "예약 시간을 변경했어요"
    this_room = "이 메시지방"
    room_named = "‘{room}’ 메시지방"
    room_unnamed = "이름을 알 수 없는 메시지방"
    route_new = "{room}에 예약을 알려 드릴게요."
    route_is = "{room}에는 예약을 이렇게 알려 드려요."
    route_example = "Jicoo 알림을 여기로"
    routes = "예약을 알리는 메시지방: {count}개"
    route_dead = "메시지를 보낼 수 없음"
    no_routes = "예약을 알릴 메시지방이 정해져 있지 않아요."
    admins_get = "예약 알림은 관리자 메시지방으로 가요."
    nobody_gets = "예약 알림은 아무 데도 가지 않아요."
    how_to_route = "알림을 받을 메시지방에서 관리자가 ‘{example}’라고 적으면 정할 수 있어요."
    route_stopped = "이 메시지방의 예약 알림을 중지했어요."
    route_was_none = "이 메시지방에는 예약을 알리고 있지 않아요."
    route_broken = (
        "{room}에 메시지를 보낼 수 없게 됐어요. 예약 알림은 관리자 메시지방으로 가요. "
        "다시 받으려면 봇을 멤버로 추가한 뒤 그곳에서 ‘{example}’라고 적어 주세요."
    )
    guest_names = ("표시 안 함", "표시함")
    mirroring = ("등록 안 함", "등록함")
    notices_missing = (
        "{system} 알림(웹훅)이 오지 않는 것 같아요. 예약은 정기 확인으로 찾았어요. "
        "{system} 관리 화면에서 웹훅 URL과 서명 키, 사용 여부를 확인해 주세요."
    )
    key_expiring = "{system} 키({setting})의 유효 기간은 {until}까지예요. 그 전에 새 키로 바꿔 주세요."
    key_expired = (
        "{system} 키({setting})의 유효 기간이 {until}에 끝났어요. 키를 바꿀 때까지 {system} 연결을 사용할 수 없어요."
    )

    def say(self, reply: Answer, view: View) -> str:  # noqa: C901 - one case a reply; a table would hide the types
        """The sentence."""
        match reply:
            case Created(appointment):
                return f"일정을 등록했어요: {self.title(appointment.title)}"
            case Agenda():
                return self._heading(reply, view)
            case Cancelled(title):
                return f"일정을 취소했어요: {self.title(title)}"
            case Moved(appointment):
                return f"일정을 변경했어요: {self.title(appointment.title)}"
            case Withdrawn(title):
                return f"등록을 되돌렸어요: {self.title(title)}"
            case Restored(appointment, _, True):
                return f"새 일정으로 다시 등록했어요: {self.title(appointment.title)}"
            case Restored(appointment):
                return f"취소한 일정을 되살렸어요: {self.title(appointment.title)}"
            case MovedBack(appointment):
                return f"원래 시간으로 되돌렸어요: {self.title(appointment.title)}"
            case Left():
                return "아무것도 변경하지 않았어요."
            case AskWhen(wish):
                about = f"‘{self.title(wish.title)}’ 일정은 " if wish.title else ""
                return f"{about}언제로 할까요? 예: 내일 15시부터 1시간"
            case AskTitle():
                return "일정 제목은 무엇으로 할까요?"
            case AskReading():
                return self.doubted(reply.doubt, reply.words)
            case AskWho(written, ()):
                return f"‘{plain(written, 50)}’ 님을 찾을 수 없어요. 이름 전체나 이메일 주소로 알려 주세요."
            case AskWho(written, candidates):
                return f"‘{plain(written, 50)}’ 님이 {len(candidates)}명 있어요. 어느 분인가요?"
            case AskWhich(verb, count):
                return f"일정 {count}개를 찾았어요. 어떤 일정을 {_ACTS[verb]}할까요?"
            case AskScope(title):
                return f"‘{self.title(title)}’ 일정은 반복 일정이에요. 이 일정만인가요, 전체인가요?"
            case AskSure(title):
                return f"‘{self.title(title)}’ 일정을 취소할까요?"
            case AskTarget(verb):
                example = self.examples[2] if verb == "cancel" else self.examples[3]
                return f"어떤 일정을 {_ACTS[verb]}할까요? 예: {example}"
            case AskNewTime(title):
                return f"‘{self.title(title)}’ 일정을 언제로 변경할까요? 예: 설계 검토 16시로 변경"
            case AskMoveBooking(title):
                return f"‘{self.title(title)}’ 예약 시간을 변경할까요? 예약자에게 변경 알림이 가요."
            case NotThere(title, when, zone):
                about = f"‘{self.title(title)}’ 일정을" if title else "일정을"
                return f"{self.about(when, zone, view) if when else '앞으로 60일 안'}에 있는 {about} 찾지 못했어요."
            case AlreadyGone():
                return "그 일정은 이미 없어요."
            case NotYours(title, organizer):
                who = f"주최자({plain(organizer, 80)})" if organizer else "주최자"
                return f"‘{self.title(title)}’ 일정은 {who}만 변경할 수 있어요. 불참하신다면 주최자에게 알려 주세요."
            case ChangedMeanwhile():
                return "그 뒤에 일정이 변경돼서 되돌리지 않았어요. 캘린더를 확인해 주세요."
            case TooMany(limit):
                return f"참석자는 {limit}명까지 초대할 수 있어요. 등록하지 않았어요."
            case CannotDo(what, name):
                return self.cannot(what, name)
            case NotLinked(provider):
                return f"연결된 {self.system(provider)} 계정이 없어요. 관리자에게 계정 연결을 요청해 주세요."
            case NotForYou(who):
                return self.allowed[who]
            case SlotTaken(when, zone):
                return f"{self.about(when, zone, view)} 시간은 비어 있지 않아서 예약을 변경하지 않았어요. 다른 시간을 골라 주세요."
            case ReadOnly():
                return "지금은 조회만 할 수 있어요. 등록하거나 변경할 수 없어요."
            case Failed():
                return self.failed(reply)
            case Delayed(provider):
                return self.delayed.format(system=self.whose(provider))
            case NothingToUndo():
                return "되돌릴 수 있는 작업이 없어요(10분 안에만 되돌릴 수 있어요)."
            case NothingAsked():
                return "지금 답을 기다리는 질문이 없어요."
            case DeadButton(why):
                return self.dead_buttons[why]
            case NotUnderstood():
                return "일정으로 읽지 못했어요. 예: 내일 15시부터 1시간 설계 검토"
            case Help(in_room):
                first = f"‘@{view.bot}’ 뒤에 이렇게 적어 주세요." if in_room else "이렇게 적어 주세요."
                return "\n".join((first, *(f"• {example}" for example in self.examples))) + " (10분 이내)"
            case Greeting(in_room):
                at = f"@{view.bot} " if in_room else ""
                first = f"안녕하세요, ‘{view.bot}’ 봇이에요. 일정을 등록하고, 보여 드리고, 취소할 수 있어요."
                return "\n".join((first, *(f"• {at}{example}" for example in self.examples[:3])))
            case _:
                assert_never(reply)

    def day(self, day: date, now: datetime) -> str:
        """11월 21일(토)."""
        year = "" if day.year == now.year else f"{day.year}년 "
        return f"{year}{day.month}월 {day.day}일({self.weekdays[day.weekday()]})"

    def length(self, length: timedelta) -> str:
        """1시간 30분."""
        days, hours, minutes = parts(length)
        return " ".join(f"{n}{unit}" for n, unit in ((days, "일"), (hours, "시간"), (minutes, "분")) if n) or "0분"

    def all_day(self, days: int) -> str:
        """종일."""
        return "종일" if days == 1 else f"종일({days}일간)"

    def before(self, lead: timedelta) -> str:
        """10분 전."""
        return f"{self.length(lead)} 전" if lead else "시작 시각"

    def bracket(self, words: str) -> str:
        """Without a blank before it, as Korean has it."""
        return f"({words})"

    def repeats(self, rule: Rule) -> str:
        """매주 목요일."""
        days = "·".join(
            (f"{'·'.join(_NTHS[nth] for nth in nths if nth)} " if nths != (None,) else "") + self.weekdays[day]
            for day, nths in rule.nths.items()
        )
        dates = "·".join("말일" if day == -1 else f"{day}일" for day in rule.month_days)
        each, counted = _UNITS[rule.frequency]
        if rule.working_days:
            every = "평일 매일"
        else:
            every = each if rule.interval == 1 else f"{rule.interval}{counted}마다"
            every = "격주" if (rule.frequency, rule.interval) == ("WEEKLY", 2) else every
            every = " ".join(part for part in (every, f"{days}요일" if days else "", dates) if part)
        if rule.count:
            every += f"({rule.count}회)"
        if rule.until:
            every += f"({rule.until.year}년 {rule.until.month}월 {rule.until.day}일까지)"
        return every

    def _heading(self, reply: Agenda, view: View) -> str:
        calendar = self.bracket(self.calendar(reply.calendar))
        what = f"‘{self.title(reply.title)}’ 일정" if reply.title else "일정"
        if not reply.lines:
            return f"{self.period(reply, view)} {what}을 찾지 못했어요{calendar}."
        return f"{self.period(reply, view)} {what} {len(reply.lines)}개{calendar}"
