"""The demo's company: its people, rooms and calendars, all invented."""

from uuid import NAMESPACE_URL, uuid5

from providers.jicoo.simulator.account import AccountUser, BookingPage
from providers.simulation.cast import Cast, CastCalendar, CastChannel, CastMember, CastName

DOMAIN_ID = 40029600
BOT_ID = 2000001
BOT_NAME = "予定"
BOT_NAMES = {"en_US": "Yotei", "ko_KR": "예정", "zh_CN": "预定", "zh_TW": "預定"}


def _tokyo(last: str, first: str, reading: str, roman: str, *, is_admin: bool = False) -> CastMember:
    """A colleague in Tokyo; `reading` and `roman` are "last first"."""
    last_reading, first_reading = reading.split()
    last_roman, first_roman = roman.split()
    return CastMember(
        str(uuid5(NAMESPACE_URL, f"yotei-demo/{roman}")),
        f"{first_roman}.{last_roman}@yotei.example".lower(),
        last,
        first,
        last_reading,
        first_reading,
        (CastName("en_US", last_roman, first_roman),),
        is_admin=is_admin,
    )


_KIM = CastMember(
    str(uuid5(NAMESPACE_URL, "yotei-demo/Kim Minjun")),
    "minjun.kim@yotei.example",
    "김",
    "민준",
    i18n_names=(CastName("en_US", "Kim", "Minjun"), CastName("ja_JP", "キム", "ミンジュン")),
    locale="ko_KR",
    zone="Asia/Seoul",
)

_CARTER = CastMember(
    str(uuid5(NAMESPACE_URL, "yotei-demo/Carter Emily")),
    "emily.carter@yotei.example",
    "Carter",
    "Emily",
    i18n_names=(CastName("ja_JP", "カーター", "エミリー"),),
    nickname="Em",
    locale="en_US",
    zone="America/New_York",
)

PEOPLE = (
    _tokyo("田中", "太郎", "タナカ タロウ", "Tanaka Taro", is_admin=True),
    _tokyo("佐藤", "花子", "サトウ ハナコ", "Sato Hanako"),
    _tokyo("鈴木", "一郎", "スズキ イチロウ", "Suzuki Ichiro"),
    _tokyo("田中", "美咲", "タナカ ミサキ", "Tanaka Misaki"),
    _KIM,
    _CARTER,
    # As many as a small company has, so that many can talk at once.
    _tokyo("高橋", "健太", "タカハシ ケンタ", "Takahashi Kenta"),
    _tokyo("伊藤", "さくら", "イトウ サクラ", "Ito Sakura"),
    _tokyo("渡辺", "翔", "ワタナベ ショウ", "Watanabe Sho"),
    _tokyo("山本", "陽菜", "ヤマモト ヒナ", "Yamamoto Hina"),
    _tokyo("中村", "大輔", "ナカムラ ダイスケ", "Nakamura Daisuke"),
    _tokyo("小林", "結衣", "コバヤシ ユイ", "Kobayashi Yui"),
    _tokyo("加藤", "拓海", "カトウ タクミ", "Kato Takumi"),
    _tokyo("吉田", "愛", "ヨシダ アイ", "Yoshida Ai"),
    _tokyo("山田", "直樹", "ヤマダ ナオキ", "Yamada Naoki"),
    _tokyo("佐々木", "葵", "ササキ アオイ", "Sasaki Aoi"),
    _tokyo("松本", "誠", "マツモト マコト", "Matsumoto Makoto"),
    _tokyo("井上", "真央", "イノウエ マオ", "Inoue Mao"),
    _tokyo("木村", "蓮", "キムラ レン", "Kimura Ren"),
    _tokyo("林", "由美", "ハヤシ ユミ", "Hayashi Yumi"),
    _tokyo("清水", "亮", "シミズ リョウ", "Shimizu Ryo"),
    _tokyo("山崎", "恵", "ヤマザキ メグミ", "Yamazaki Megumi"),
    _tokyo("森", "悠斗", "モリ ユウト", "Mori Yuto"),
    _tokyo("阿部", "千尋", "アベ チヒロ", "Abe Chihiro"),
    _tokyo("池田", "隆", "イケダ タカシ", "Ikeda Takashi"),
    _tokyo("橋本", "彩", "ハシモト アヤ", "Hashimoto Aya"),
    _tokyo("石川", "駿", "イシカワ シュン", "Ishikawa Shun"),
    _tokyo("前田", "香織", "マエダ カオリ", "Maeda Kaori"),
    _tokyo("藤田", "剛", "フジタ ツヨシ", "Fujita Tsuyoshi"),
    _tokyo("岡田", "凛", "オカダ リン", "Okada Rin"),
    _tokyo("後藤", "修", "ゴトウ オサム", "Goto Osamu"),
    _tokyo("長谷川", "舞", "ハセガワ マイ", "Hasegawa Mai"),
)

_TOKYO = tuple(person.user_id for person in PEOPLE if person.zone == "Asia/Tokyo")

CHANNELS = (
    CastChannel("7a1cbd20-4f63-4c0e-a9b5-e1f2a3b4c5d6", "営業部", _TOKYO),
    CastChannel("93e5d4f8-1b2a-4d6c-8e7f-a0b1c2d3e4f5", "Global", (PEOPLE[0].user_id, _KIM.user_id, _CARTER.user_id)),
)

CALENDARS = (CastCalendar(f"c_{DOMAIN_ID}_5f0d7a86-2c3b-4f19-9d64-6b7c8d9e0f10", "営業部カレンダー", _TOKYO),)

CAST = Cast(PEOPLE, CHANNELS, CALENDARS)

ADMINS = tuple(person.user_id for person in PEOPLE if person.is_admin)

# Everybody in Tokyo is at Jicoo too, by the same e-mail; the colleagues abroad are not.
JICOO_USER_IDS = {user_id: uuid5(NAMESPACE_URL, f"yotei-demo/jicoo/{user_id}").hex[:28] for user_id in _TOKYO}

JICOO_USERS = tuple(
    AccountUser(
        JICOO_USER_IDS[person.user_id], person.display_name, person.email, "owner" if person.is_admin else "member"
    )
    for person in PEOPLE
    if person.user_id in JICOO_USER_IDS
)

_TARO, _HANAKO, _ICHIRO = (user.user_id for user in JICOO_USERS[:3])

BOOKING_PAGES = (
    BookingPage("ET-first-meeting", "初回相談", 30, (_TARO,)),
    BookingPage("ET-product-demo", "製品デモ", 60, (_TARO, _HANAKO)),
    BookingPage("ET-interview", "採用面談", 60, (_ICHIRO,)),
)

BACKOFFICE_STAFF = frozenset(_TOKYO)
"""Those who use the Back Office, by the same e-mail."""
