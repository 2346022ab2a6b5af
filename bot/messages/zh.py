"""Chinese, as written on the mainland and in Taiwan: each in the words of its own offices."""

from datetime import timedelta

from bot.messages.chinese import Chinese
from bot.messages.times import parts
from bot.messages.words import Fact
from handlers.commands import Remark
from handlers.offers import Choice
from handlers.replies import Absent, Doubtful, Loss, Pressed, Trouble


class SimplifiedChinese(Chinese):
    """zh_CN."""

    locale = "zh_CN"
    weekdays = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
    wide_dash = "至"
    field = "{name}：{value}"
    calendar_unnamed = "LINE WORKS日历"
    busy = "忙碌"
    unnamed = "非公开日程"
    private = "非公开"
    free = "空闲"
    more_people = "另外{count}人"
    more_events = "还有{count}项未能显示，请缩小日期范围再查询。"
    only_events = "按钮只列出前{count}项。要选择其他日程，请输入日期和标题。"
    only_people = "按钮只列出前{count}人。要选择其他人，请输入全名或邮箱地址。"
    facts = {
        Fact.BEFORE: "原时间",
        Fact.CALENDAR: "日历",
        Fact.INVITED: "参与人",
        Fact.OPTIONAL: "可选参与人",
        Fact.PLACE: "地点",
        Fact.NOTE: "备注",
        Fact.REMINDER: "提醒",
        Fact.REPEATS: "重复",
        Fact.SHOWN_AS: "显示为",
        Fact.LINK: "链接",
        Fact.LOST: "无法恢复的内容",
    }
    choices = {
        Choice.UNDO: "撤销",
        Choice.AGAIN: "重试",
        Choice.YES_CANCEL: "确认取消日程",
        Choice.NO: "不用了",
        Choice.THIS_ONE: "仅此次",
        Choice.WHOLE_SERIES: "整个系列",
        Choice.WITHOUT_THEM: "不邀请，直接创建",
        Choice.PLAIN_TITLE: "不填标题，直接创建",
    }
    losses = {
        Loss.ANSWERS: "参与人的出席回复",
        Loss.MEETING: "视频会议链接",
        Loss.ATTACHMENTS: "附件",
        Loss.GUESTS: "发给外部参与人的取消通知",
        Loss.SERIES: "对单次日程的修改（整个系列都会取消）",
    }
    remarks = {
        Remark.AFTERNOON: "注：已按下午的时间处理。",
        Remark.OTHER_HALF: "注：该时间已过，已改用之后最近的时间。",
        Remark.TODAY: "注：没有写日期，已设为今天。",
        Remark.TOMORROW: "注：今天的这个时间已过，已设为明天。",
        Remark.NEXT_DAY: "注：24点以后的时间已算作第二天。",
        Remark.WEEKDAY: "注：星期与日期不符，以日期为准。",
        Remark.NEXT_YEAR: "注：这是明年的日期。",
        Remark.LENGTH: "注：没有写结束时间，时长已设为{length}。",
        Remark.TITLE_CUT: "注：标题过长，全文已放入备注。",
        Remark.PLACE_CUT: "注：地点过长，全文已放入备注。",
    }
    absences = {
        Absent.SYSTEM: "不支持在“{name}”中创建日程，可以在LINE WORKS日历中创建。",
        Absent.CALENDAR: "找不到名为“{name}”的日历，未创建日程。",
        Absent.FREE_TIME: "暂不支持查找空闲时间。输入“下周的日程”可以查看安排。",
        Absent.CORRECTION: "无法确定是哪个日程，未作更改。例：把设计评审改到16点",
    }
    troubles = {
        Trouble.AWAY: "无法连接日历，未创建或更改任何内容。",
        Trouble.REFUSED: "日历未接受此操作，未创建或更改任何内容。请修改内容后重试。",
        Trouble.DENIED: "没有使用日历的权限，未创建或更改任何内容。请联系管理员。",
        Trouble.FAULT: "系统出错，未能处理。请联系管理员。",
    }
    uncertain = "日历没有响应，无法确认操作是否成功。请查看日历。"
    again_is_safe = "按“重试”不会重复创建。"
    dead_buttons = {
        Pressed.SPENT: "这个按钮已经用过了。",
        Pressed.EXPIRED: "这个按钮已过期，请重新输入。",
        Pressed.FOREIGN: "只有被询问的本人才能按这个按钮。",
        Pressed.UNKNOWN: "这个按钮无法使用，请重新输入。",
    }
    doubts = {
        Doubtful.RESIDUE: "无法将“{words}”识别为日期或时间。请问是什么时候？例：12月1日15点",
        Doubtful.NONSENSE: "没有“{words}”这样的日期或时间。请问是什么时候？例：12月1日15点",
        Doubtful.PAST: "“{words}”已经过去了。要改到什么时候？例：明天15点",
        Doubtful.AMBIGUOUS: "“{words}”是指哪个时间？",
        Doubtful.FOREIGN: "“{words}”是指这个时间吗？",
        Doubtful.VAGUE: "“{words}”具体是几点？例：15点到16点",
    }
    examples = (
        "明天15点到16点 设计评审 @王伟",
        "下周的日程",
        "取消明天的设计评审",
        "把设计评审改到16点",
        "撤销",
    )
    created = "已创建日程：{title}"
    cancelled = "已取消日程：{title}"
    moved = "已更改时间：{title}"
    withdrawn = "已撤销创建：{title}"
    restored = "已恢复日程：{title}"
    moved_back = "已恢复原来的时间：{title}"
    left = "未作任何更改。"
    ask_when = "什么时候？例：明天15点到16点"
    ask_when_titled = "“{title}”定在什么时候？例：明天15点到16点"
    ask_title = "日程的标题是什么？"
    nobody = "找不到“{name}”。请输入全名或邮箱地址。"
    namesakes = "找到{count}位“{name}”，请问是哪一位？"
    ask_which = "找到{count}项日程，要{act}哪一项？"
    ask_scope = "“{title}”是重复日程。仅此次，还是整个系列？"
    ask_sure = "要取消“{title}”吗？"
    ask_target = "要{act}哪个日程？例：{example}"
    ask_new_time = "要把“{title}”改到什么时候？例：把设计评审改到16点"
    not_there = "{when}没有找到“{title}”。"
    nothing_there = "{when}没有找到日程。"
    ahead = "今后60天内"
    already_gone = "该日程已经不存在。"
    not_yours = "只有{organizer}可以更改“{title}”。如不能参加，请告知组织者。"
    organizer = "组织者"
    changed_meanwhile = "日程之后又有更改，因此没有撤销。请查看日历。"
    too_many = "最多可以邀请{limit}人，未创建日程。"
    read_only = "目前仅可查看，不能创建或更改日程。"
    nothing_to_undo = "没有可以撤销的操作（仅限10分钟内）。"
    nothing_asked = "目前没有等待您回答的问题。"
    not_understood = "没能识别为日程。例：明天15点到16点 设计评审"
    help_in_room = "在“@{bot}”后面可以这样写："
    help = "可以这样写："
    undo_limit = "10分钟内"
    greeting = "您好，我是“{bot}”，可以帮您创建、查看和取消日程。"
    agenda = "{days}的日程：{count}项{calendar}"
    agenda_empty = "没有找到{days}的日程{calendar}。"
    acts = {"cancel": "取消", "move": "更改"}
    units = {
        "DAILY": ("每天", "每{n}天"),
        "WEEKLY": ("每周", "每{n}周"),
        "MONTHLY": ("每月", "每{n}个月"),
        "YEARLY": ("每年", "每{n}年"),
    }
    of = "的"
    fortnightly = "每两周"
    working_days = "每个工作日"
    nth_weekday = "第{nth}个{weekday}"
    last_weekday = "最后一个{weekday}"
    last_day = "最后一天"
    times = "共{count}次"
    until = "至{day}"

    def length(self, length: timedelta) -> str:
        """1小时30分钟."""
        days, hours, minutes = parts(length)
        return "".join(f"{n}{unit}" for n, unit in ((days, "天"), (hours, "小时"), (minutes, "分钟")) if n) or "0分钟"

    def all_day(self, days: int) -> str:
        """全天."""
        return "全天" if days == 1 else f"全天（共{days}天）"

    def before(self, lead: timedelta) -> str:
        """提前10分钟."""
        return f"提前{self.length(lead)}" if lead else "开始时"


class TraditionalChinese(Chinese):
    """zh_TW."""

    locale = "zh_TW"
    weekdays = ("週一", "週二", "週三", "週四", "週五", "週六", "週日")
    wide_dash = "至"
    field = "{name}：{value}"
    calendar_unnamed = "LINE WORKS 行事曆"
    busy = "忙碌"
    unnamed = "私人行程"
    private = "私人"
    free = "有空"
    more_people = "另外 {count} 人"
    more_events = "還有 {count} 個行程無法顯示，請縮小日期範圍再查詢。"
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
    }
    losses = {
        Loss.ANSWERS: "與會者的出席回覆",
        Loss.MEETING: "視訊會議連結",
        Loss.ATTACHMENTS: "附件",
        Loss.GUESTS: "寄給公司外部與會者的取消通知",
        Loss.SERIES: "個別場次的變更（整個系列都會取消）",
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
    }
    absences = {
        Absent.SYSTEM: "無法在「{name}」新增行程，但可以新增到 LINE WORKS 行事曆。",
        Absent.CALENDAR: "找不到名為「{name}」的行事曆，因此沒有新增行程。",
        Absent.FREE_TIME: "目前還無法尋找空檔。輸入「下週的行程」即可查看行程。",
        Absent.CORRECTION: "不確定您指的是哪個行程，因此沒有變更。例：把設計審查改到16點",
    }
    troubles = {
        Trouble.AWAY: "無法連線到行事曆，沒有新增或變更任何內容。",
        Trouble.REFUSED: "行事曆未接受這項要求，沒有新增或變更任何內容。請修改後再試一次。",
        Trouble.DENIED: "沒有使用行事曆的權限，沒有新增或變更任何內容。請聯絡管理員。",
        Trouble.FAULT: "系統發生錯誤，無法處理。請聯絡管理員。",
    }
    uncertain = "行事曆沒有回應，無法確認是否成功。請查看行事曆。"
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
        Doubtful.VAGUE: "「{words}」確切是幾點？例：15點到16點",
    }
    examples = (
        "明天15點到16點 設計審查 @王小明",
        "下週的行程",
        "取消明天的設計審查",
        "把設計審查改到16點",
        "復原",
    )
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
    agenda = "{days}的行程：{count} 個{calendar}"
    agenda_empty = "找不到{days}的行程{calendar}。"
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
