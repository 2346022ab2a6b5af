"""The demo's company: its people, rooms and calendars, all invented."""

from providers.simulation.cast import Cast, CastCalendar, CastChannel, CastMember, CastName

DOMAIN_ID = 40029600
BOT_ID = 2000001
BOT_NAME = "予定"
BOT_NAMES = {"en_US": "Yotei", "ko_KR": "예정", "zh_CN": "预定", "zh_TW": "預定"}

PEOPLE = (
    CastMember(
        "c72af563-0f21-4736-11e4-045237113344",
        "taro.tanaka@yotei.example",
        "田中",
        "太郎",
        "タナカ",
        "タロウ",
        (CastName("en_US", "Tanaka", "Taro"),),
        is_admin=True,
    ),
    CastMember(
        "1e0f8a4b-5d8e-4a6f-93a3-045237113345",
        "hanako.sato@yotei.example",
        "佐藤",
        "花子",
        "サトウ",
        "ハナコ",
        (CastName("en_US", "Sato", "Hanako"),),
    ),
    CastMember(
        "5b3d1c77-9a40-4f0e-8f52-045237113346",
        "ichiro.suzuki@yotei.example",
        "鈴木",
        "一郎",
        "スズキ",
        "イチロウ",
        (CastName("en_US", "Suzuki", "Ichiro"),),
    ),
    CastMember(
        "8d2e6f10-37c4-4b59-a1d7-045237113347",
        "misaki.tanaka@yotei.example",
        "田中",
        "美咲",
        "タナカ",
        "ミサキ",
        (CastName("en_US", "Tanaka", "Misaki"),),
    ),
    CastMember(
        "aa41b9c2-6e05-4d3b-b6f8-045237113348",
        "minjun.kim@yotei.example",
        "김",
        "민준",
        i18n_names=(CastName("en_US", "Kim", "Minjun"), CastName("ja_JP", "キム", "ミンジュン")),
        locale="ko_KR",
        zone="Asia/Seoul",
    ),
    CastMember(
        "f60c7d93-2b18-4e7a-9c41-045237113349",
        "emily.carter@yotei.example",
        "Carter",
        "Emily",
        i18n_names=(CastName("ja_JP", "カーター", "エミリー"),),
        nickname="Em",
        locale="en_US",
        zone="America/New_York",
    ),
)

_TOKYO = tuple(person.user_id for person in PEOPLE if person.zone == "Asia/Tokyo")

CHANNELS = (
    CastChannel("7a1cbd20-4f63-4c0e-a9b5-e1f2a3b4c5d6", "営業部", _TOKYO),
    CastChannel(
        "93e5d4f8-1b2a-4d6c-8e7f-a0b1c2d3e4f5", "Global", (PEOPLE[0].user_id, PEOPLE[4].user_id, PEOPLE[5].user_id)
    ),
)

CALENDARS = (CastCalendar(f"c_{DOMAIN_ID}_5f0d7a86-2c3b-4f19-9d64-6b7c8d9e0f10", "営業部カレンダー", _TOKYO),)

CAST = Cast(PEOPLE, CHANNELS, CALENDARS)

ADMINS = tuple(person.user_id for person in PEOPLE if person.is_admin)
