"""Chinese as written on the mainland, in the words of its offices."""

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


class SimplifiedChinese(Chinese):
    """zh_CN."""

    locale = "zh_CN"
    weekdays = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
    wide_dash = "至"
    field = "{name}：{value}"
    calendar_unnamed = "LINE WORKS日历"
    the_calendar = "日历"
    busy = "忙碌"
    unnamed = "非公开日程"
    private = "非公开"
    free = "空闲"
    more_people = "另外{count}人"
    more_events = "还有{count}项未能显示，请缩小日期范围再查询。"
    unread = "注：未能查看{systems}的日程。"
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
        Fact.NOW: "当前时间",
        Fact.GUEST: "预约人",
        Fact.GUEST_TIME: "预约人当地时间",
        Fact.GUEST_ZONE: "预约人所在时区",
        Fact.HOSTS: "负责人",
        Fact.REASON: "原因",
        Fact.MESSAGE: "留言",
        Fact.GUEST_NAMES: "预约人姓名",
        Fact.MIRROR: "负责人的日历",
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
        Choice.YES_MOVE: "确认更改预约",
        Choice.CANCEL_BOOKING: "取消预约",
        Choice.DAY: "我当天的日程",
        Choice.STOP_ROUTE: "停止通知",
        Choice.NAME_GUESTS: "显示预约人姓名",
        Choice.HIDE_GUESTS: "隐藏预约人姓名",
        Choice.MIRROR: "添加到日历",
        Choice.NO_MIRROR: "不添加到日历",
    }
    losses = {
        Loss.ANSWERS: "参与人的出席回复",
        Loss.MEETING: "视频会议链接",
        Loss.ATTACHMENTS: "附件",
        Loss.GUESTS: "发给外部参与人的取消通知",
        Loss.SERIES: "对单次日程的修改（整个系列都会取消）",
        Loss.BOOKING: "该预约（预约人会收到取消通知）",
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
        Remark.PLACE_NOTED: "注：{system}没有地点栏，地点已放入备注。",
        Remark.MIDNIGHTS: "注：{system}没有全天日程，已设为0点至24点。",
        Remark.NOT_FREE: "注：{system}无法显示为空闲，因此会显示为忙碌。",
        Remark.NOT_OPTIONAL: "注：{system}没有可选参与人，所有人都按一般参与人邀请。",
        Remark.NO_LEAD: "注：提前多久提醒由{system}的设置决定。",
    }
    absences = {
        Absent.SYSTEM: "不支持在“{name}”中创建日程，可以在LINE WORKS日历中创建。",
        Absent.CALENDAR: "找不到名为“{name}”的日历，未创建日程。",
        Absent.FREE_TIME: "暂不支持查找空闲时间。输入“下周的日程”可以查看安排。",
        Absent.OTHERS: "无法显示{name}的日程。输入“明天的日程”可以查看您自己的日程。",
        Absent.CORRECTION: "无法确定是哪个日程，未作更改。例：把设计评审改到16点",
        Absent.RECURRENCE: "{name}不支持重复日程，未创建日程。",
        Absent.PRIVATE: "{name}不支持非公开日程，未创建日程。",
        Absent.BOOKINGS: "尚未连接预约系统，请联系管理员。",
        Absent.ROOM: "一对一聊天中无法使用，请在要使用的聊天室里输入。",
    }
    allowed = {
        Allowed.ADMINS: "只有管理员可以进行此操作。",
        Allowed.HOSTS: "只有该预约的负责人和管理员可以更改或取消。",
    }
    troubles = {
        Trouble.AWAY: "无法连接{system}，未创建或更改任何内容。",
        Trouble.REFUSED: "{system}未接受此操作，未创建或更改任何内容。请修改内容后重试。",
        Trouble.KEY: "连接{system}的密钥无效或已过期，未创建或更改任何内容。请联系管理员更新密钥。",
        Trouble.DENIED: "没有使用{system}的权限，未创建或更改任何内容。请联系管理员。",
        Trouble.FAULT: "系统出错，未能处理。请联系管理员。",
    }
    uncertain = "{system}没有响应，无法确认操作是否成功。请查看{system}。"
    delayed = "请稍等，{system}响应较慢。一有结果，我会在这里回复您。"
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
        Doubtful.VAGUE: "“{words}”具体是什么时候？例：明天15点到16点",
        Doubtful.TALK: "要把“{words}”加到日程里吗？",
    }
    examples = (
        "明天15点到16点 设计评审 @王伟",
        "下周的日程",
        "取消明天的设计评审",
        "把设计评审改到16点",
        "撤销",
    )
    restored_anew = "已作为新日程重新创建：{title}"
    ask_move_booking = "要更改预约“{title}”的时间吗？预约人会收到更改通知。"
    not_linked = "尚未关联您的{system}账号，请联系管理员进行关联。"
    slot_taken = "{when}没有空位，未更改预约。请换一个时间。"
    changes = {
        Change.REQUESTED: "待确认的预约",
        Change.MADE: "新预约",
        Change.MOVED: "预约已更改",
        Change.CANCELLED: "预约已取消",
    }
    sides = {Side.GUEST: "（预约人）", Side.HOST: "（负责人）"}
    former_unknown = "注：无法得知更改前的时间。"
    entries = {
        Gap.REFUSED: "注：未能添加到{names}的日历。",
        Gap.NOBODY: "注：不清楚负责人是谁，因此没有添加到日历。",
        Gap.LATER: "注：日历恢复连接后会立即添加。",
    }
    updates = {
        Gap.REFUSED: "注：未能更新{names}的日历。",
        Gap.NOBODY: "注：不清楚负责人是谁，因此没有更新日历。",
        Gap.LATER: "注：日历恢复连接后会立即更新。",
    }
    bookings_found = "有{count}项预约或更改没有收到通知（Webhook），现已查到。"
    more_lines = "另有{count}项"
    booking_cancelled = "已取消预约"
    booking_moved = "已更改预约时间"
    this_room = "本聊天室"
    room_named = "聊天室“{room}”"
    room_unnamed = "名称不明的聊天室"
    route_new = "今后会在{room}通知预约。"
    route_is = "在{room}按以下方式通知预约。"
    route_example = "把Jicoo通知发到这里"
    routes = "通知预约的聊天室：{count}个"
    route_dead = "无法发送消息"
    no_routes = "尚未设置通知预约的聊天室。"
    admins_get = "预约会通知到管理员的聊天室。"
    nobody_gets = "预约不会通知到任何地方。"
    how_to_route = "要设置，请管理员在接收通知的聊天室里输入“{example}”。"
    route_stopped = "已停止在本聊天室通知预约。"
    route_was_none = "本聊天室没有设置预约通知。"
    route_broken = (
        "已无法在{room}发送消息，预约会通知到管理员的聊天室。"
        "要恢复，请先把机器人加回该聊天室，再在那里输入“{example}”。"
    )
    guest_names = ("不显示", "显示")
    mirroring = ("不添加预约", "添加预约")
    notices_missing = (
        "似乎没有收到{system}的通知（Webhook），预约是在定期检查时发现的。"
        "请在{system}的管理页面检查Webhook的URL、签名密钥以及是否启用。"
    )
    key_expiring = "{system}的密钥（{setting}）将于{until}到期，请在此之前更换。"
    key_expired = "{system}的密钥（{setting}）已于{until}到期，更换之前无法使用{system}。"
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
    quoted = "“{}”"
    events = "日程"
    agenda = "{days}的{what}：{count}项{calendar}"
    agenda_empty = "没有找到{days}的{what}{calendar}。"
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
