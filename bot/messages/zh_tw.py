"""Chinese as written in Taiwan, in the words of its offices: not made from the mainland's."""

from datetime import timedelta

from bot.messages.bookings import Gap
from bot.messages.chinese import Chinese
from bot.messages.facts import Fact
from bot.messages.times import parts
from handlers.announcements import Change
from handlers.commands import Remark
from handlers.offers import Choice
from handlers.replies import Absent, Allowed, Doubtful, Loss, Pressed, Trouble
from providers.bookings import Side


class TraditionalChinese(Chinese):
    """zh_TW."""

    locale = "zh_TW"
    weekdays = ("週一", "週二", "週三", "週四", "週五", "週六", "週日")
    wide_dash = "至"
    field = "{name}：{value}"
    calendar_unnamed = "LINE WORKS 行事曆"
    the_calendar = "行事曆"
    busy = "忙碌"
    unnamed = "私人行程"
    private = "私人"
    free = "有空"
    more_people = "另外 {count} 人"
    more_events = "還有 {count} 個行程無法顯示，請縮小日期範圍再查詢。"
    unread = "※ 無法確認 {systems} 的行程。"
    only_events = "按鈕只列出前 {count} 個。要選其他行程，請輸入日期和標題。"
    only_people = "按鈕只列出前 {count} 位。要選其他人，請輸入全名或電子郵件地址。"
    facts = {
        Fact.BEFORE: "原本時間",
        Fact.CALENDAR: "行事曆",
        Fact.INVITED: "與會者",
        Fact.OPTIONAL: "自由參加",
        Fact.PLACE: "地點",
        Fact.NOTE: "備註",
        Fact.REMINDER: "提醒",
        Fact.REPEATS: "重複",
        Fact.SHOWN_AS: "顯示為",
        Fact.LINK: "連結",
        Fact.LOST: "無法復原的內容",
        Fact.NOW: "目前時間",
        Fact.GUEST: "預約人",
        Fact.GUEST_TIME: "預約人當地時間",
        Fact.GUEST_ZONE: "預約人的時區",
        Fact.HOSTS: "負責人",
        Fact.REASON: "原因",
        Fact.MESSAGE: "留言",
        Fact.GUEST_NAMES: "預約人姓名",
        Fact.MIRROR: "負責人的行事曆",
    }
    choices = {
        Choice.UNDO: "復原",
        Choice.AGAIN: "再試一次",
        Choice.YES_CANCEL: "確定取消行程",
        Choice.NO: "不用了",
        Choice.THIS_ONE: "只有這一次",
        Choice.WHOLE_SERIES: "整個系列",
        Choice.WITHOUT_THEM: "不邀請，直接新增",
        Choice.PLAIN_TITLE: "不填標題，直接新增",
        Choice.YES_MOVE: "確定變更預約",
        Choice.CANCEL_BOOKING: "取消預約",
        Choice.DAY: "我當天的行程",
        Choice.STOP_ROUTE: "停止通知",
        Choice.NAME_GUESTS: "顯示預約人姓名",
        Choice.HIDE_GUESTS: "隱藏預約人姓名",
        Choice.MIRROR: "新增到行事曆",
        Choice.NO_MIRROR: "不新增到行事曆",
    }
    losses = {
        Loss.ANSWERS: "與會者的出席回覆",
        Loss.MEETING: "視訊會議連結",
        Loss.ATTACHMENTS: "附件",
        Loss.GUESTS: "寄給公司外部與會者的取消通知",
        Loss.SERIES: "個別場次的變更（整個系列都會取消）",
        Loss.BOOKING: "這筆預約（預約人會收到取消通知）",
    }
    remarks = {
        Remark.AFTERNOON: "※ 已視為下午的時間。",
        Remark.OTHER_HALF: "※ 這個時間已過，已改用之後最近的時間。",
        Remark.TODAY: "※ 沒有寫日期，已設為今天。",
        Remark.TOMORROW: "※ 今天的這個時間已過，已設為明天。",
        Remark.NEXT_DAY: "※ 24 點以後的時間已視為隔天。",
        Remark.WEEKDAY: "※ 星期與日期不符，以日期為準。",
        Remark.NEXT_YEAR: "※ 這是明年的日期。",
        Remark.LENGTH: "※ 沒有寫結束時間，時間長度設為 {length}。",
        Remark.TITLE_CUT: "※ 標題太長，全文已放入備註。",
        Remark.PLACE_CUT: "※ 地點太長，全文已放入備註。",
        Remark.PLACE_NOTED: "※ {system} 沒有地點欄位，地點已放入備註。",
        Remark.MIDNIGHTS: "※ {system} 沒有整天的行程，已設為 0 點到 24 點。",
        Remark.NOT_FREE: "※ {system} 無法顯示為有空，因此會顯示為忙碌。",
        Remark.NOT_OPTIONAL: "※ {system} 沒有自由參加的選項，所有人都以一般與會者邀請。",
        Remark.NO_LEAD: "※ 提前多久提醒，依 {system} 的設定而定。",
    }
    absences = {
        Absent.SYSTEM: "無法在「{name}」新增行程，但可以新增到 LINE WORKS 行事曆。",
        Absent.CALENDAR: "找不到名為「{name}」的行事曆，因此沒有新增行程。",
        Absent.FREE_TIME: "目前還無法尋找空檔。輸入「下週的行程」即可查看行程。",
        Absent.OTHERS: "無法顯示{name}的行程。輸入「明天的行程」即可查看您自己的行程。",
        Absent.CORRECTION: "不確定您指的是哪個行程，因此沒有變更。例：把設計審查改到16點",
        Absent.RECURRENCE: "{name} 無法建立重複行程，因此沒有新增行程。",
        Absent.PRIVATE: "{name} 無法建立私人行程，因此沒有新增行程。",
        Absent.BOOKINGS: "尚未連結預約系統，請聯絡管理員。",
        Absent.ROOM: "一對一聊天無法使用這項功能，請在要使用的聊天室輸入。",
    }
    allowed = {
        Allowed.ADMINS: "只有管理員可以進行這項操作。",
        Allowed.HOSTS: "只有這筆預約的負責人和管理員可以變更或取消。",
    }
    troubles = {
        Trouble.AWAY: "無法連線到{system}，沒有新增或變更任何內容。",
        Trouble.REFUSED: "{system}未接受這項要求，沒有新增或變更任何內容。請修改後再試一次。",
        Trouble.KEY: "連線到{system}的金鑰無效或已過期，沒有新增或變更任何內容。請聯絡管理員更新金鑰。",
        Trouble.DENIED: "沒有使用{system}的權限，沒有新增或變更任何內容。請聯絡管理員。",
        Trouble.FAULT: "系統發生錯誤，無法處理。請聯絡管理員。",
    }
    uncertain = "{system}沒有回應，無法確認是否成功。請查看{system}。"
    delayed = "請稍候，{system}回應較慢。一有結果，我會在這裡回覆您。"
    again_is_safe = "按「再試一次」也不會重複新增。"
    dead_buttons = {
        Pressed.SPENT: "這個按鈕已經用過了。",
        Pressed.EXPIRED: "這個按鈕已經過期，請重新輸入。",
        Pressed.FOREIGN: "這個按鈕只有被詢問的本人才能按。",
        Pressed.UNKNOWN: "這個按鈕無法使用，請重新輸入。",
    }
    doubts = {
        Doubtful.RESIDUE: "無法判讀「{words}」是什麼日期或時間。請問是什麼時候？例：12月1日15點",
        Doubtful.NONSENSE: "沒有「{words}」這個日期或時間。請問是什麼時候？例：12月1日15點",
        Doubtful.PAST: "「{words}」已經過了。要改到什麼時候？例：明天15點",
        Doubtful.AMBIGUOUS: "「{words}」是指哪個時間？",
        Doubtful.FOREIGN: "「{words}」是指這個時間嗎？",
        Doubtful.VAGUE: "「{words}」確切是什麼時候？例：明天15點到16點",
        Doubtful.TALK: "要把「{words}」加到行程嗎？",
    }
    examples = (
        "明天15點到16點 設計審查 @王小明",
        "下週的行程",
        "取消明天的設計審查",
        "把設計審查改到16點",
        "復原",
    )
    restored_anew = "已重新建立為新的行程：{title}"
    ask_move_booking = "要變更預約「{title}」的時間嗎？預約人會收到變更通知。"
    not_linked = "您的 {system} 帳號尚未連結，請聯絡管理員協助連結。"
    slot_taken = "{when}沒有空檔，因此沒有變更預約。請改選其他時間。"
    changes = {
        Change.REQUESTED: "待確認的預約",
        Change.MADE: "新的預約",
        Change.MOVED: "預約已變更",
        Change.CANCELLED: "預約已取消",
    }
    sides = {Side.GUEST: "（預約人）", Side.HOST: "（負責人）"}
    former_unknown = "※ 無法得知變更前的時間。"
    entries = {
        Gap.REFUSED: "※ 無法新增到 {names} 的行事曆。",
        Gap.NOBODY: "※ 不清楚負責人是誰，因此沒有新增到行事曆。",
        Gap.LATER: "※ 行事曆恢復連線後會立即新增。",
    }
    updates = {
        Gap.REFUSED: "※ 無法更新 {names} 的行事曆。",
        Gap.NOBODY: "※ 不清楚負責人是誰，因此沒有更新行事曆。",
        Gap.LATER: "※ 行事曆恢復連線後會立即更新。",
    }
    bookings_found = "有 {count} 筆預約或變更沒有收到通知（Webhook），現在才查到。"
    more_lines = "另有 {count} 項"
    booking_cancelled = "已取消預約"
    booking_moved = "已變更預約時間"
    this_room = "這個聊天室"
    room_named = "聊天室「{room}」"
    room_unnamed = "名稱不明的聊天室"
    route_new = "今後會在{room}通知預約。"
    route_is = "在{room}會以下列方式通知預約。"
    route_example = "把Jicoo通知傳到這裡"
    routes = "通知預約的聊天室：{count} 個"
    route_dead = "無法傳送訊息"
    no_routes = "尚未設定通知預約的聊天室。"
    admins_get = "預約會通知到管理員的聊天室。"
    nobody_gets = "預約不會通知到任何地方。"
    how_to_route = "若要設定，請管理員在要接收通知的聊天室輸入「{example}」。"
    route_stopped = "已停止在這個聊天室通知預約。"
    route_was_none = "這個聊天室沒有設定預約通知。"
    route_broken = (
        "已無法在{room}傳送訊息，預約會通知到管理員的聊天室。"
        "若要恢復，請先把機器人加回聊天室，再於該處輸入「{example}」。"
    )
    guest_names = ("不顯示", "顯示")
    mirroring = ("不新增預約", "新增預約")
    notices_missing = (
        "似乎沒有收到 {system} 的通知（Webhook），預約是在定期檢查時發現的。"
        "請到 {system} 的管理頁面檢查 Webhook 的網址、簽章金鑰，以及是否啟用。"
    )
    key_expiring = "{system} 的金鑰（{setting}）將於{until}到期，請在此之前更換。"
    key_expired = "{system} 的金鑰（{setting}）已於{until}到期，更換之前無法使用 {system}。"
    created = "已新增行程：{title}"
    cancelled = "已取消行程：{title}"
    moved = "已變更時間：{title}"
    withdrawn = "已取消新增：{title}"
    restored = "已恢復行程：{title}"
    moved_back = "已改回原本的時間：{title}"
    left = "沒有變更任何內容。"
    ask_when = "什麼時候呢？例：明天15點到16點"
    ask_when_titled = "「{title}」要排在什麼時候？例：明天15點到16點"
    ask_title = "行程的標題是什麼？"
    nobody = "找不到「{name}」。請輸入全名或電子郵件地址。"
    namesakes = "找到 {count} 位「{name}」，請問是哪一位？"
    ask_which = "找到 {count} 個行程，要{act}哪一個？"
    ask_scope = "「{title}」是重複行程。只有這一次，還是整個系列？"
    ask_sure = "要取消「{title}」嗎？"
    ask_target = "要{act}哪個行程？例：{example}"
    ask_new_time = "「{title}」要改到什麼時候？例：把設計審查改到16點"
    not_there = "{when}找不到「{title}」。"
    nothing_there = "{when}找不到行程。"
    ahead = "未來 60 天內"
    already_gone = "這個行程已經不存在了。"
    not_yours = "只有{organizer}可以變更「{title}」。若無法出席，請告知主辦人。"
    organizer = "主辦人"
    changed_meanwhile = "行程之後又有變更，因此沒有復原。請查看行事曆。"
    too_many = "最多可以邀請 {limit} 人，因此沒有新增行程。"
    read_only = "目前僅供查看，無法新增或變更行程。"
    nothing_to_undo = "沒有可以復原的操作（限 10 分鐘內）。"
    nothing_asked = "目前沒有等您回答的問題。"
    not_understood = "無法判讀為行程。例：明天15點到16點 設計審查"
    help_in_room = "在「@{bot}」後面可以這樣寫："
    help = "可以這樣寫："
    undo_limit = "10 分鐘內"
    greeting = "您好，我是「{bot}」，可以幫您新增、查看和取消行程。"
    quoted = "「{}」"
    events = "行程"
    agenda = "{days}的{what}：{count} 個{calendar}"
    agenda_empty = "找不到{days}的{what}{calendar}。"
    acts = {"cancel": "取消", "move": "變更"}
    units = {
        "DAILY": ("每天", "每 {n} 天"),
        "WEEKLY": ("每週", "每 {n} 週"),
        "MONTHLY": ("每月", "每 {n} 個月"),
        "YEARLY": ("每年", "每 {n} 年"),
    }
    of = "的"
    fortnightly = "每兩週"
    working_days = "每個工作日"
    nth_weekday = "第{nth}個{weekday}"
    last_weekday = "最後一個{weekday}"
    last_day = "最後一天"
    times = "共 {count} 次"
    until = "到{day}為止"

    def length(self, length: timedelta) -> str:
        """1 小時 30 分鐘."""
        days, hours, minutes = parts(length)
        return (
            " ".join(f"{n} {unit}" for n, unit in ((days, "天"), (hours, "小時"), (minutes, "分鐘")) if n) or "0 分鐘"
        )

    def all_day(self, days: int) -> str:
        """整天."""
        return "整天" if days == 1 else f"整天（共 {days} 天）"

    def before(self, lead: timedelta) -> str:
        """10 分鐘前."""
        return f"{self.length(lead)}前" if lead else "開始時"
