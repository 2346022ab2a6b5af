"""Japanese. Short, polite, exact."""

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

_UNITS = {"DAILY": ("日", "日"), "WEEKLY": ("週", "週間"), "MONTHLY": ("月", "か月"), "YEARLY": ("年", "年")}


class Japanese(Words):
    """ja_JP."""

    locale = "ja_JP"
    weekdays = ("月", "火", "水", "木", "金", "土", "日")
    dash = "〜"
    wide_dash = "〜"
    bullet = "・"
    field = "{name}：{value}"
    comma = "、"
    enumeration = "、"
    systems = {"lineworks": "LINE WORKS", "jicoo": "Jicoo", "backoffice": "バックオフィス"}
    calendar_unnamed = "LINE WORKSカレンダー"
    the_calendar = "カレンダー"
    busy = "予定あり"
    unnamed = "非公開の予定"
    private = "非公開"
    free = "空き時間扱い"
    more_people = "ほか{count}名"
    more_events = "ほか{count}件は表示しきれません。日付を絞ってお尋ねください。"
    unread = "※{systems}の予定は確認できませんでした。"
    only_events = "ボタンは先頭の{count}件です。ほかの予定なら、日付と件名を書いてください。"
    only_people = "ボタンは先頭の{count}人です。ほかの方なら、氏名かメールアドレスで教えてください。"
    facts = {
        Fact.BEFORE: "変更前",
        Fact.CALENDAR: "カレンダー",
        Fact.INVITED: "参加者",
        Fact.OPTIONAL: "任意参加",
        Fact.PLACE: "場所",
        Fact.NOTE: "メモ",
        Fact.REMINDER: "通知",
        Fact.REPEATS: "繰り返し",
        Fact.SHOWN_AS: "表示",
        Fact.LINK: "リンク",
        Fact.LOST: "元に戻せないもの",
        Fact.NOW: "現在",
        Fact.GUEST: "ゲスト",
        Fact.GUEST_TIME: "ゲストの現地時刻",
        Fact.GUEST_ZONE: "ゲストのタイムゾーン",
        Fact.HOSTS: "担当者",
        Fact.REASON: "理由",
        Fact.MESSAGE: "メッセージ",
        Fact.GUEST_NAMES: "ゲスト名",
        Fact.MIRROR: "担当者のカレンダー",
    }
    choices = {
        Choice.UNDO: "取り消す",
        Choice.AGAIN: "もう一度",
        Choice.YES_CANCEL: "キャンセルする",
        Choice.NO: "やめる",
        Choice.THIS_ONE: "この回だけ",
        Choice.WHOLE_SERIES: "すべての回",
        Choice.WITHOUT_THEM: "招待せずに登録",
        Choice.PLAIN_TITLE: "「予定」で登録",
        Choice.YES_MOVE: "変更する",
        Choice.CANCEL_BOOKING: "キャンセル",
        Choice.DAY: "カレンダー",
        Choice.STOP_ROUTE: "通知を停止",
        Choice.NAME_GUESTS: "ゲスト名を表示する",
        Choice.HIDE_GUESTS: "ゲスト名を表示しない",
        Choice.MIRROR: "カレンダーに登録する",
        Choice.NO_MIRROR: "カレンダーに登録しない",
    }
    losses = {
        Loss.ANSWERS: "参加者の出欠の回答",
        Loss.MEETING: "ビデオ会議のリンク",
        Loss.ATTACHMENTS: "添付ファイル",
        Loss.GUESTS: "社外の参加者に届くキャンセル通知",
        Loss.SERIES: "回ごとに加えた変更（すべての回がキャンセルされます）",
        Loss.BOOKING: "予約（ゲストにキャンセルの通知が届きます）",
    }
    remarks = {
        Remark.AFTERNOON: "※午後の時刻と読みました。",
        Remark.OTHER_HALF: "※過ぎた時刻なので、次に来るほうの時刻にしました。",
        Remark.TODAY: "※日付の指定がないので、今日にしました。",
        Remark.TOMORROW: "※今日のその時刻は過ぎているので、明日にしました。",
        Remark.NEXT_DAY: "※24時以降の時刻なので、翌日にしました。",
        Remark.WEEKDAY: "※曜日と日付が合わないので、日付に合わせました。",
        Remark.NEXT_YEAR: "※来年の日付です。",
        Remark.LENGTH: "※終わりの指定がないので、{length}にしました。",
        Remark.TITLE_CUT: "※件名が長いので、全文はメモに入れました。",
        Remark.PLACE_CUT: "※場所が長いので、全文はメモに入れました。",
        Remark.PLACE_NOTED: "※{system}には場所の欄がないので、場所はメモに入れました。",
        Remark.MIDNIGHTS: "※{system}には終日の予定がないので、0時から24時までの予定にしました。",
        Remark.NOT_FREE: "※{system}では空き時間扱いにできないので、予定ありになります。",
        Remark.NOT_OPTIONAL: "※{system}には任意参加がないので、全員を通常の参加者にしました。",
        Remark.NO_LEAD: "※何分前に通知が届くかは、{system}の設定によります。",
    }
    absences = {
        Absent.SYSTEM: "「{name}」には対応していません。LINE WORKSカレンダーになら登録できます。",
        Absent.CALENDAR: "「{name}」というカレンダーが見つからないため、登録していません。",
        Absent.FREE_TIME: "空き時間探しにはまだ対応していません。「来週の予定」で予定を確認できます。",
        Absent.OTHERS: "{name}さんの予定はお見せできません。ご自分の予定は「明日の予定」で確認できます。",
        Absent.CORRECTION: "どの予定のことかわからないため、変更していません。例：設計レビューを16時に変更",
        Absent.RECURRENCE: "{name}には繰り返しの予定を登録できないため、登録していません。",
        Absent.PRIVATE: "{name}には非公開の予定を登録できないため、登録していません。",
        Absent.BOOKINGS: "予約システムとの連携が設定されていません。管理者にお問い合わせください。",
        Absent.ROOM: "1:1のトークではできません。お使いになるトークルームで書いてください。",
    }
    allowed = {
        Allowed.ADMINS: "この操作は管理者だけができます。",
        Allowed.HOSTS: "この予約を変更・キャンセルできるのは、担当者と管理者だけです。",
    }
    troubles = {
        Trouble.AWAY: "{system}につながりませんでした。登録や変更はしていません。",
        Trouble.REFUSED: "{system}に受け付けられませんでした。登録や変更はしていません。内容を変えてお試しください。",
        Trouble.KEY: (
            "{system}に接続するためのキーが無効か、期限切れです。登録や変更はしていません。管理者にキーの更新をご依頼ください。"
        ),
        Trouble.DENIED: "{system}を使う権限がありません。登録や変更はしていません。管理者にお知らせください。",
        Trouble.FAULT: "こちらの不具合で処理できませんでした。管理者にお知らせください。",
    }
    uncertain = "{system}から返事がなく、登録や変更ができたか確認できていません。{system}をご確認ください。"
    delayed = "少しお待ちください。{system}の返事が遅れています。つながりしだい、ここでお答えします。"
    again_is_safe = "「もう一度」を押しても、二重にはなりません。"
    dead_buttons = {
        Pressed.SPENT: "このボタンはもう使われています。",
        Pressed.EXPIRED: "このボタンの有効期限が切れています。もう一度入力してください。",
        Pressed.FOREIGN: "このボタンは、お尋ねしたご本人だけが押せます。",
        Pressed.UNKNOWN: "このボタンは使えません。もう一度入力してください。",
    }
    doubts = {
        Doubtful.RESIDUE: "「{words}」を日時として読み取れませんでした。いつですか？ 例：12月1日 15時",
        Doubtful.NONSENSE: "「{words}」という日時はありません。いつですか？ 例：12月1日 15時",
        Doubtful.PAST: "「{words}」はもう過ぎています。いつにしますか？ 例：明日15時",
        Doubtful.AMBIGUOUS: "「{words}」はどちらの日時ですか？",
        Doubtful.FOREIGN: "「{words}」はこの日時でよいですか？",
        Doubtful.VAGUE: "「{words}」はいつにしますか？ 例：明日15時から1時間",
        Doubtful.TALK: "「{words}」を予定に入れますか？",
    }
    examples = (
        "明日15時から1時間 設計レビュー @田中",
        "来週の予定",
        "明日の設計レビューをキャンセル",
        "設計レビューを16時に変更",
        "取り消し",
    )
    changes = {
        Change.REQUESTED: "承認待ちの予約",
        Change.MADE: "新しい予約",
        Change.MOVED: "予約が変更されました",
        Change.CANCELLED: "予約がキャンセルされました",
    }
    sides = {Side.GUEST: "（ゲスト）", Side.HOST: "（担当者）"}
    person = "{name}さん"
    former_unknown = "※変更前の日時はわかりません。"
    entries = {
        Gap.REFUSED: "※{names}のカレンダーには登録できませんでした。",
        Gap.NOBODY: "※担当者がわからないため、カレンダーには登録していません。",
        Gap.LATER: "※カレンダーへの登録は、つながりしだい行います。",
    }
    updates = {
        Gap.REFUSED: "※{names}のカレンダーには反映できませんでした。",
        Gap.NOBODY: "※担当者がわからないため、カレンダーには反映していません。",
        Gap.LATER: "※カレンダーへの反映は、つながりしだい行います。",
    }
    bookings_found = "通知（Webhook）が届いていなかった予約や変更が{count}件ありました。"
    more_lines = "ほか{count}件"
    booking_cancelled = "予約をキャンセルしました"
    booking_moved = "予約の日時を変更しました"
    this_room = "このトークルーム"
    room_named = "トークルーム「{room}」"
    room_unnamed = "名前のわからないトークルーム"
    route_new = "{room}に予約を通知します。"
    route_is = "{room}への予約の通知は、次のとおりです。"
    route_example = "Jicoo通知をここに"
    routes = "予約の通知先：{count}件"
    route_dead = "投稿できません"
    no_routes = "予約の通知先は設定されていません。"
    admins_get = "予約は管理者のトークルームに届きます。"
    nobody_gets = "予約はどこにも通知されません。"
    how_to_route = "設定するには、通知したいトークルームで、管理者が「{example}」と書いてください。"
    route_stopped = "このトークルームへの予約の通知を停止しました。"
    route_was_none = "このトークルームは、予約の通知先ではありません。"
    route_broken = (
        "{room}に投稿できなくなりました。予約は管理者のトークルームに届きます。"
        "元に戻すには、ボットをメンバーに追加してから、そこで「{example}」と書いてください。"
    )
    guest_names = ("表示しない", "表示する")
    mirroring = ("登録しない", "登録する")
    notices_missing = (
        "{system}の通知（Webhook）が届いていないようです。予約は定期確認で見つかりました。"
        "{system}の管理画面で、Webhookの送信先URL、署名用のシークレット、有効になっているかを確認してください。"
    )
    key_expiring = "{system}のキー（{setting}）の有効期限は{until}です。それまでに新しいキーに差し替えてください。"
    key_expired = "{system}のキー（{setting}）は、{until}に有効期限が切れました。差し替えるまで{system}は使えません。"

    def say(self, reply: Answer, view: View) -> str:  # noqa: C901 - one case a reply; a table would hide the types
        """The sentence."""
        match reply:
            case Created(appointment):
                return f"登録しました：{self.title(appointment.title)}"
            case Agenda():
                return self._heading(reply, view)
            case Cancelled(title):
                return f"キャンセルしました：{self.title(title)}"
            case Moved(appointment):
                return f"日時を変更しました：{self.title(appointment.title)}"
            case Withdrawn(title):
                return f"登録を取り消しました：{self.title(title)}"
            case Restored(appointment, _, True):
                return f"新しい予定として登録し直しました：{self.title(appointment.title)}"
            case Restored(appointment):
                return f"元に戻しました：{self.title(appointment.title)}"
            case MovedBack(appointment):
                return f"元の日時に戻しました：{self.title(appointment.title)}"
            case Left():
                return "何も変更していません。"
            case AskWhen(wish):
                about = f"「{self.title(wish.title)}」は" if wish.title else ""
                return f"{about}いつですか？ 例：明日15時から1時間"
            case AskTitle():
                return "件名は何にしますか？"
            case AskReading():
                return self.doubted(reply.doubt, reply.words)
            case AskWho(written, ()):
                return f"「{plain(written, 50)}」さんが見つかりません。氏名かメールアドレスで教えてください。"
            case AskWho(written, candidates):
                return f"「{plain(written, 50)}」さんが{len(candidates)}人見つかりました。どなたですか？"
            case AskWhich(verb, count):
                act = "キャンセル" if verb == "cancel" else "変更"
                return f"{count}件見つかりました。どれを{act}しますか？"
            case AskScope(title):
                return f"「{self.title(title)}」は繰り返しの予定です。この回だけですか、すべての回ですか？"
            case AskSure(title):
                return f"「{self.title(title)}」をキャンセルしますか？"
            case AskTarget(verb):
                act, example = ("キャンセル", self.examples[2]) if verb == "cancel" else ("変更", self.examples[3])
                return f"どの予定を{act}しますか？ 例：{example}"
            case AskNewTime(title):
                return f"「{self.title(title)}」をいつに変更しますか？ 例：設計レビューを16時に変更"
            case AskMoveBooking(title):
                return f"予約「{self.title(title)}」の日時を変更しますか？ ゲストに変更の通知が届きます。"
            case NotThere(title, when, zone):
                about = f"「{self.title(title)}」" if title else "予定"
                at = f"{self.about(when, zone, view)}に" if when else "今後60日間に"
                return f"{at}{about}は見つかりませんでした。"
            case AlreadyGone():
                return "その予定はすでにありません。"
            case NotYours(title, organizer):
                who = f"主催者（{plain(organizer, 80)}）" if organizer else "主催者"
                return f"「{self.title(title)}」を変更できるのは{who}だけです。欠席は主催者にお伝えください。"
            case ChangedMeanwhile():
                return "その後に予定が変更されているため、元に戻していません。カレンダーをご確認ください。"
            case TooMany(limit):
                return f"招待できるのは{limit}人までです。登録していません。"
            case CannotDo(what, name):
                return self.cannot(what, name)
            case NotLinked(provider):
                return (
                    f"あなたの{self.system(provider)}のアカウントが登録されていません。管理者に紐付けをご依頼ください。"
                )
            case NotForYou(who):
                return self.allowed[who]
            case SlotTaken(when, zone):
                return f"{self.about(when, zone, view)}は空いていないため、予約を変更していません。別の日時をお試しください。"
            case ReadOnly():
                return "ただいま閲覧専用のため、登録や変更はできません。"
            case Failed():
                return self.failed(reply)
            case Delayed(provider):
                return self.delayed.format(system=self.whose(provider))
            case NothingToUndo():
                return "取り消せる操作がありません（取り消せるのは10分以内です）。"
            case NothingAsked():
                return "いま、お答えを待っている質問はありません。"
            case DeadButton(why):
                return self.dead_buttons[why]
            case NotUnderstood():
                return "予定として読み取れませんでした。例：明日15時から1時間 設計レビュー"
            case Help(in_room):
                first = f"「@{view.bot}」に続けて、次のように書けます。" if in_room else "次のように書けます。"
                return "\n".join((first, *(f"・{example}" for example in self.examples))) + "（10分以内）"
            case Greeting(in_room):
                at = f"@{view.bot} " if in_room else ""
                first = f"こんにちは、「{view.bot}」です。予定の登録・確認・キャンセルができます。"
                return "\n".join((first, *(f"・{at}{example}" for example in self.examples[:3])))
            case _:
                assert_never(reply)

    def day(self, day: date, now: datetime) -> str:
        """11月21日(土)."""
        year = "" if day.year == now.year else f"{day.year}年"
        return f"{year}{day.month}月{day.day}日({self.weekdays[day.weekday()]})"

    def length(self, length: timedelta) -> str:
        """1時間30分."""
        days, hours, minutes = parts(length)
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
        days = "・".join(
            "・".join("" if nth is None else "最終" if nth == -1 else f"第{nth}" for nth in nths) + self.weekdays[day]
            for day, nths in rule.nths.items()
        )
        on = (f"{days}曜" if days else "") + "・".join("末日" if day == -1 else f"{day}日" for day in rule.month_days)
        unit, counted = _UNITS[rule.frequency]
        if rule.working_days:
            every = "平日毎日"
        elif rule.interval == 1:
            every = f"毎{unit}{on}"
        elif rule.interval == 2 and rule.frequency == "WEEKLY":
            every = f"隔週{on}"
        else:
            every = f"{rule.interval}{counted}ごと" + (f"の{on}" if on else "")
        if rule.count:
            every += f"（{rule.count}回）"
        if rule.until:
            every += f"（{rule.until.year}年{rule.until.month}月{rule.until.day}日まで）"
        return every

    def _heading(self, reply: Agenda, view: View) -> str:
        calendar = self.bracket(self.calendar(reply.calendar))
        what = f"「{self.title(reply.title)}」" if reply.title else "予定"
        if not reply.lines:
            return f"{self.period(reply, view)}の{what}は見つかりませんでした{calendar}。"
        return f"{self.period(reply, view)}の{what}：{len(reply.lines)}件{calendar}"
