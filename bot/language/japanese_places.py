"""How Japanese says where."""

import re

from bot.language.atoms import Atom, Word
from bot.language.grammar import Rule
from bot.language.intent import Role
from bot.language.japanese_numbers import longest_first

# what a room or house is called; a number or a name may follow: 会議室B
ROOMS = longest_first(
    "会議室 応接室 ミーティングルーム セミナールーム 研修室 多目的室 役員室 応接 ホール 講堂 ラウンジ 食堂 カフェ スタジオ オフィス 本社 支社 支店 本店 営業所 "
    "工場 倉庫 駅 駅前 ビル センター 公園 ホテル 大学 病院 事務所 会館 店 フロア 階 号室 ルーム 会場 居酒屋 レストラン 喫茶店 スタバ ロビー 受付 社屋 別館 本館 新館 "
    "研究所 空港 ターミナル アリーナ ドーム スタジアム クリニック 美術館 博物館 図書館 体育館 映画館 劇場 学校 高校 教室 ギャラリー スペース サロン エントランス 自宅 実家 自席 屋上 中庭 玄関 ビッグサイト メッセ 国際フォーラム プラザ タワー ヒルズ ガーデン モール パーク スクエア テラス キャンパス ハウス".split()
)
# what the names of towns and houses end in
_ENDS_A_PLACE = longest_first(
    "市 区 町 村 県 橋 谷 港 寺 城 神社 温泉 市場 商店街 役所 役場 歯科 銀行 郵便局 署 屋 室 棟 号館 館 自宅 実家 自席 席 屋上 改札 玄関 前広場 ヶ丘 台場 "
    "現場 売場 売り場 駐車場 作業場 球場 式場 農場 広場 道場 車庫 キャンプ場 ゴルフ場 スキー場 河川敷 海岸 ビーチ 埠頭 "
    "保育所 診療所 詰所 詰め所 休憩所 案内所 出張所 保健所 裁判所 保育園 幼稚園 動物園 農園 庭園 医院 美容院 学院 食堂 公会堂 本堂 "
    "正門 裏門 校門 校庭 裏庭 通用口 入口 入り口 出口 改札口 窓口 厨房 酒場 酒蔵 寿司 "
    "ヤード ステーション カウンター ブース コート グラウンド グランド キッチン コーナー エリア デッキ ドック プール ジム バー ビストロ トラットリア ダイニング ラボ アトリエ チャペル ガレージ ベンチ テント ステージ".split()
)
# beside, in front of or within one of these
_BY_A_PLACE = r"(?<=[室門駅口館所場店校園院社台板像屋ルンー])(?:前|裏|横|脇|側)|(?<=[館院校社所園])内"
_CITIES = (
    "東京 大阪 名古屋 福岡 札幌 京都 横浜 仙台 広島 神戸 新宿 渋谷 池袋 品川 銀座 梅田 博多 千葉 埼玉 川崎 金沢 沖縄 那覇 北海道 大宮 浦和 上野 秋葉原 神田 丸の内 大手町 有楽町 新橋 六本木 "
    "赤坂 青山 恵比寿 目黒 五反田 大崎 田町 浜松町 三田 虎ノ門 霞が関 永田町 飯田橋 四ツ谷 中野 吉祥寺 三鷹 立川 八王子 町田 新横浜 みなとみらい 桜木町 関内 鎌倉 藤沢 船橋 柏 幕張 成田 羽田 "
    "宇都宮 前橋 高崎 水戸 つくば 甲府 長野 松本 新潟 富山 福井 静岡 浜松 沼津 岐阜 四日市 津 大津 奈良 和歌山 堺 難波 なんば 心斎橋 天王寺 本町 淀屋橋 新大阪 三宮 姫路 岡山 倉敷 松江 鳥取 "
    "山口 下関 徳島 高松 松山 高知 小倉 北九州 天神 佐賀 長崎 熊本 大分 別府 宮崎 鹿児島 旭川 函館 釧路 帯広 青森 盛岡 秋田 山形 福島 郡山 会津 "
    "韓国 ソウル 中国 上海 北京 台湾 台北 香港 シンガポール バンコク ベトナム アメリカ ニューヨーク ロンドン パリ"
).split()
ONLINE = r"zoom|teams|google ?meet|meet|webex|skype|オンライン|リモート|web会議|ウェブ会議|電話|現地|客先|先方|slack|line works|ズーム|チームズ|discord|社内|社外|屋外|野外"
_AT = r"(?:で|にて)(?!す|き|も|は|の|し[たょ]|あ[るっ]|な[いく]|使)"
# the end of a word that is no time, and a blank or bracket: what follows adds to it
ADDED = r"(?:(?<=[^時分半日曜月年前後頃末らに\s、,][\s、,])|(?<=[分間日]前[\s、,]))"
# what has to do with a place and is none: 会場設営, 場所取り
_ABOUT_PLACES = "準備|設営|下見|取り|とり|手配|変更|確保|撤収|確認|案内|予約|見学|費|代|探し|決め|片付|整理|選び|係|押さえ|調整|視察|[のを]|入り|集合"


def _place(match: re.Match[str]) -> Atom:
    return Word(Role.PLACE, match["place"])


def _room(match: re.Match[str]) -> Atom:
    return Word(Role.PLACE, re.sub(r"(?:で|にて|集合|開催)$", "", match.group()))


RULES: tuple[Rule, ...] = (
    Rule(
        "a place",
        rf"(?:場所|会場|ばしょ|開催地|開催場所|集合場所|(?:集合|待ち合わせ)(?=[は:が]\s?[^\d]))(?!{_ABOUT_PLACES})(?:は|:|が|=)?\s?(?P<place>(?:\d{{1,2}}(?:f|階)\s)?[^\s、。,@=?]{{1,40}}?)(?:です|でございます|になります|となります|となっております|で(?=[^一-龥])|で(?:登録|設定|予約|追加|作成|手配|調整|開催|入力)?(?:を)?(?:お願い|宜しく|よろしく|して|致し|いたし|入れ|押さえ)[^\s、。]{{0,16}})?(?=[\s、。,@!\u2600-\u27bf\U0001f000-\U0001faff]|$)",
        _place,
    ),
    Rule("a place", r"於(?:いて)?\s?:?\s?(?P<place>[^\s、。,@]{1,40})", _place),
    Rule(
        "a place",
        rf"\((?P<place>(?:[一-龥ァ-ヴーa-z0-9]{{1,10}}[\sの])?[一-龥ァ-ヴーa-z0-9]{{0,8}}?(?:(?:{ROOMS})[a-z0-9]{{0,4}}|{_ENDS_A_PLACE}|{_BY_A_PLACE})|{ONLINE})\)",
        _place,
    ),
    Rule("a place", rf"(?P<place>{ONLINE}|{longest_first(_CITIES)}){_AT}", _place),
    Rule(
        "a place",
        rf"(?:{ROOMS})[a-z0-9一-龥ァ-ヴー]{{0,6}}{_AT}",
        _room,
        before=r"(?:[一-龥ァ-ヴーa-z0-9]{1,8}の)?[一-龥々ァ-ヴーa-z0-9]{0,12}",
    ),
    Rule(
        "a place",
        rf"(?:(?:{_ENDS_A_PLACE})[a-z0-9]{{0,2}}|{_BY_A_PLACE}){_AT}",
        _room,
        before=r"(?:[一-龥ァ-ヴーa-z0-9]{1,8}の)?(?:[一-龥々ァ-ヴーヶa-z0-9・]{1,12}|[一-龥]{1,3}[きりしけみび](?=屋))",
    ),
    Rule("a place", rf"(?<=[ァ-ヴー]){_AT}", _room, before=r"[ァ-ヴー]{2,10}・[ァ-ヴー]{2,10}"),
    Rule(
        "where",
        rf"(?<=\s)(?:in|at)\s(?=[一-龥ァ-ヴーa-z0-9]{{0,10}}(?:{ROOMS}))",
        lambda _: Word(Role.FILLER),
    ),
    Rule(
        "a place",
        r"(?:会議室|応接室|ミーティングルーム|セミナールーム|研修室|多目的室|役員室|大講堂)[a-z0-9一二三四五]{0,4}(?=$|[\s、,。@])",
        _room,
        before=rf"{ADDED}(?:第?\d{{1,2}}|\d{{1,2}}(?:階|f)の?)?(?:第?\d{{1,2}}|第?[大中小一二三四五]|[一-龥ァ-ヴー]{{1,6}}|[a-z]\d?)?",
    ),
    Rule(
        "a place", rf"{ADDED}(?P<place>オンライン|リモート|zoom|teams|google ?meet|web会議)(?=$|[\n、。@]|\s@)", _place
    ),
    # after the time, at the sentence's end: 設計レビュー 明日10時 第1会議室
    Rule(
        "a place",
        r"(?:会議室|応接室|研修室|多目的室|役員室)[a-z0-9一二三四五]{0,4}(?=$|\n|\s?@)",
        _room,
        before=r"(?<=[時分半0-9]\s)(?:第?[\d一二三四五]{1,2}|[大中小]|[一-龥ァ-ヴー]{1,6}|[a-z]\d?)?",
    ),
    Rule(
        "a place",
        r"(?<=[時分半0-9]\s)(?P<place>オンライン|リモート|zoom|teams|google ?meet|web会議)(?=$|\n|\s?@)",
        _place,
    ),
    Rule("a place", r"にて", _room, before=r"[一-龥々ァ-ヴーa-z0-9]{2,15}"),
)
