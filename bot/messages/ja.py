"""Japanese. Short, polite, exact."""

from datetime import date, datetime, timedelta
from typing import assert_never

from bot.messages.plain import plain
from bot.messages.recurrence import Rule
from bot.messages.words import View, Words
from handlers.commands import Remark
from handlers.replies import (
    Absent,
    Agenda,
    AlreadyGone,
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
    Choice,
    Created,
    DeadButton,
    Doubtful,
    Failed,
    Greeting,
    Help,
    Left,
    Moved,
    MovedBack,
    NothingAsked,
    NothingToUndo,
    NotThere,
    NotUnderstood,
    NotYours,
    Pressed,
    ReadOnly,
    Reply,
    Restored,
    TooMany,
    Trouble,
    Withdrawn,
)
from providers.contract import Days, When

_EXAMPLES = (
    "・明日15時から1時間 設計レビュー @田中\n"
    "・今日の予定 / 来週の予定\n"
    "・明日の設計レビューをキャンセル\n"
    "・設計レビューを16時に変更\n"
    "・取り消し（10分以内）"
)


class Japanese(Words):
    """ja_JP."""

    locale = "ja_JP"
    weekdays = ("月", "火", "水", "木", "金", "土", "日")
    field = "{name}：{value}"
    enumeration = "、"
    calendar_unnamed = "LINE WORKSカレンダー"
    unnamed = "非公開の予定"
    fields = ("カレンダー", "参加者", "任意参加", "場所", "通知", "繰り返し")
    choices = {
        Choice.UNDO: "取り消す",
        Choice.AGAIN: "もう一度",
        Choice.YES_CANCEL: "キャンセルする",
        Choice.NO: "やめる",
        Choice.THIS_ONE: "この回だけ",
        Choice.WHOLE_SERIES: "すべての回",
        Choice.WITHOUT_THEM: "招待せずに登録",
        Choice.PLAIN_TITLE: "「予定」で登録",
    }
    losses = {
        "answers": "参加者の返答",
        "meeting": "ビデオ会議のリンク",
        "attachments": "添付ファイル",
        "guests": "社外の参加者への連絡",
        "series": "各回の変更（すべての回がなくなります）",
    }
    remarks = {
        Remark.AFTERNOON: "※午後の時刻と読みました。",
        Remark.OTHER_HALF: "※これから来る方の時刻と読みました。",
        Remark.TODAY: "※日付がないので今日にしました。",
        Remark.TOMORROW: "※今日のその時刻は過ぎているので明日にしました。",
        Remark.NEXT_DAY: "※24時以降は翌日の時刻にしました。",
        Remark.WEEKDAY: "※曜日と日付が合わないので、日付に合わせました。",
        Remark.NEXT_YEAR: "※来年の日付です。",
        Remark.LENGTH: "※終わりの指定がないので{length}にしました。",
        Remark.TITLE_CUT: "※件名が長いので、全文はメモに入れました。",
        Remark.PLACE_CUT: "※場所が長いので、全文はメモに入れました。",
    }
    absences = {
        Absent.SYSTEM: "「{name}」には登録できません。LINE WORKSカレンダーに登録できます。",
        Absent.CALENDAR: "「{name}」というカレンダーが見つからないので、登録していません。",
        Absent.FREE_TIME: "空き時間探しにはまだ対応していません。「来週の予定」で予定を確認できます。",
        Absent.CORRECTION: "直前の予定が見つからないので、変更していません。例：設計レビューを16時に変更",
    }
    troubles = {
        Trouble.AWAY: "カレンダーにつながらず、登録や変更はしていません。",
        Trouble.REFUSED: "カレンダーに受け付けられず、登録や変更はしていません。書き方を変えてお試しください。",
        Trouble.DENIED: "カレンダーを使う権限がなく、登録や変更はしていません。管理者にお知らせください。",
        Trouble.FAULT: "こちらの不具合で処理できませんでした。管理者にお知らせください。",
    }
    uncertain = (
        "カレンダーから返事がなく、登録や変更ができたか確認できていません。「もう一度」を押しても二重にはなりません。"
    )
    dead_buttons = {
        Pressed.SPENT: "このボタンはもう使われています。",
        Pressed.EXPIRED: "このボタンは期限が切れました。もう一度書いてください。",
        Pressed.FOREIGN: "このボタンは、お尋ねしたご本人だけが押せます。",
        Pressed.UNKNOWN: "このボタンは使えません。もう一度書いてください。",
    }
    doubts = {
        Doubtful.RESIDUE: "「{words}」が日時かどうか読み取れませんでした。いつですか？ 例：12月1日 15時",
        Doubtful.NONSENSE: "「{words}」という日時はありません。いつですか？ 例：12月1日 15時",
        Doubtful.PAST: "「{words}」はもう過ぎています。いつにしますか？ 例：明日15時",
        Doubtful.AMBIGUOUS: "「{words}」はどちらの日時ですか？",
        Doubtful.FOREIGN: "「{words}」はこの日時でよいですか？",
        Doubtful.VAGUE: "「{words}」は何時にしますか？ 例：15時から1時間",
    }

    def say(self, reply: Reply, view: View) -> str:  # noqa: C901 - one case a reply; a table would hide the types
        """The sentence."""
        match reply:
            case Created(appointment):
                return f"登録しました：{self.title(appointment.title)}"
            case Agenda():
                return self._heading(reply, view)
            case Cancelled(title):
                return f"キャンセルしました：{self.title(title)}"
            case Moved(appointment, before):
                was = self.when(before, appointment.zone, view, length=False)
                return f"変更しました：{self.title(appointment.title)}\n{was} から"
            case Withdrawn(title):
                return f"登録を取り消しました：{self.title(title)}"
            case Restored(appointment):
                return f"元に戻しました：{self.title(appointment.title)}"
            case MovedBack(appointment):
                return f"元の日時に戻しました：{self.title(appointment.title)}"
            case Left():
                return "何も変更していません。"
            case AskWhen(wish):
                about = f"「{self.title(wish.title)}」は" if wish.title else ""
                return f"{about}いつですか？ 例：明日15時から1時間"
            case AskTitle(wish):
                when = self.when(wish.when, wish.zone, view) if wish.when else ""
                return f"{when}、件名は何にしますか？" if when else "件名は何にしますか？"
            case AskReading():
                return self.doubted(reply.doubt, reply.words)
            case AskWho(written, ()):
                return f"「{plain(written, 50)}」さんが見つかりません。氏名かメールアドレスで教えてください。"
            case AskWho(written):
                return f"「{plain(written, 50)}」さんは複数います。どなたですか？"
            case AskWhich(verb, count):
                act = "キャンセル" if verb == "cancel" else "変更"
                return f"{count}件あります。どれを{act}しますか？"
            case AskScope(title, when, zone):
                return f"「{self.title(title)}」は繰り返しの予定です。{self.when(when, zone, view)}の回だけですか？"
            case AskSure(title, when, zone, losses):
                lost = "、".join(self.losses[loss] for loss in losses)
                return f"「{self.title(title)}」{self.when(when, zone, view)}をキャンセルしますか？\n元に戻せないもの：{lost}"
            case AskTarget(verb):
                act = "キャンセル" if verb == "cancel" else "変更"
                return f"どの予定を{act}しますか？ 例：明日の設計レビューを{'キャンセル' if verb == 'cancel' else '16時に変更'}"
            case AskNewTime(title):
                return f"「{self.title(title)}」をいつに変更しますか？ 例：金曜16時に変更"
            case NotThere(title, when, zone):
                return self._not_there(title, when, zone, view)
            case AlreadyGone():
                return "その予定はすでにありません。"
            case NotYours(title, organizer):
                who = f"主催者（{plain(organizer, 80)}）" if organizer else "主催者"
                return f"「{self.title(title)}」は{who}だけが変更できます。欠席は主催者にお伝えください。"
            case ChangedMeanwhile():
                return "その後に予定が変更されているため、元に戻していません。カレンダーでご確認ください。"
            case TooMany(limit):
                return f"招待できるのは{limit}人までです。"
            case CannotDo(what, name):
                return self.cannot(what, name)
            case ReadOnly():
                return "ただいま閲覧のみです。登録や変更はできません。"
            case Failed(trouble, certain):
                return self.failed(trouble, certain=certain)
            case NothingToUndo():
                return "取り消せる操作がありません（取り消せるのは10分以内です）。"
            case NothingAsked():
                return "いまお答えを待っている質問はありません。"
            case DeadButton(why):
                return self.dead_buttons[why]
            case NotUnderstood():
                return "予定として読み取れませんでした。例：明日15時から1時間 設計レビュー"
            case Help(in_room):
                first = f"「@{view.bot}」に続けて、こう書けます。" if in_room else "こう書けます。"
                return f"{first}\n{_EXAMPLES}"
            case Greeting(in_room):
                at = f"@{view.bot} " if in_room else ""
                return (
                    f"{view.bot}です。カレンダーの登録をお手伝いします。\n"
                    f"・{at}明日15時から1時間 設計レビュー\n・{at}今日の予定\n・{at}明日の設計レビューをキャンセル"
                )
            case _:
                assert_never(reply)

    def day(self, day: date, now: datetime) -> str:
        """11月21日(土)."""
        year = "" if day.year == now.year else f"{day.year}年"
        return f"{year}{day.month}月{day.day}日({self.weekdays[day.weekday()]})"

    def length(self, length: timedelta) -> str:
        """1時間30分."""
        days, minutes = divmod(round(length.total_seconds() / 60), 24 * 60)
        hours, minutes = divmod(minutes, 60)
        return "".join(f"{n}{unit}" for n, unit in ((days, "日"), (hours, "時間"), (minutes, "分")) if n) or "0分"

    def all_day(self, days: int) -> str:
        """終日."""
        return "終日" if days == 1 else f"終日（{days}日間）"

    def before(self, lead: timedelta) -> str:
        """10分前."""
        return f"{self.length(lead)}前" if lead else "開始時刻"

    def bracket(self, words: str) -> str:
        """Full-width, as Japanese text has it."""
        return f"（{words}）"

    def repeats(self, rule: Rule) -> str:
        """毎週木曜."""
        if rule.working_days:
            every = "平日毎日"
        else:
            days = "・".join(
                ("" if nth is None else "最終" if nth == -1 else f"第{nth}") + self.weekdays[day]
                for nth, day in rule.weekdays
            )
            dates = "・".join("末日" if day == -1 else f"{day}日" for day in rule.month_days)
            each = "毎" if rule.interval == 1 else "隔" if rule.interval == 2 and rule.frequency == "WEEKLY" else ""
            unit = {"DAILY": "日", "WEEKLY": "週", "MONTHLY": "月", "YEARLY": "年"}.get(rule.frequency, "回")
            counted = {"DAILY": "日", "WEEKLY": "週間", "MONTHLY": "か月", "YEARLY": "年"}.get(rule.frequency, "回")
            every = (each + unit if each else f"{rule.interval}{counted}ごと") + (f"{days}曜" if days else "") + dates
        if rule.count:
            every += f"（{rule.count}回）"
        if rule.until:
            every += f"（{rule.until.year}年{rule.until.month}月{rule.until.day}日まで）"
        return every

    def _heading(self, reply: Agenda, view: View) -> str:
        days = self.day(reply.days.first, view.now)
        if reply.days.last > reply.days.first:
            days += "〜" + self.day(reply.days.last, view.now)
        calendar = plain(reply.calendar) or self.calendar_unnamed
        if not reply.lines:
            return f"{days}、{calendar}に予定は見つかりませんでした。"
        return f"{days}の予定：{len(reply.lines)}件（{calendar}）"

    def _not_there(self, title: str, when: When | None, zone: str, view: View) -> str:
        about = f"「{self.title(title)}」" if title else "予定"
        if when is None:
            return f"{about}は今後60日の予定に見つかりませんでした。"
        day = when if isinstance(when, Days) else None
        at = (
            self.day(day.first, view.now)
            if day and day.first == day.last
            else self.when(when, zone, view, length=False)
        )
        return f"{at}に{about}は見つかりませんでした。"
