"""Where bookings are to be announced: "Jicoo notifications here", "where do they go?", "stop them", in all languages.

Such a sentence says nothing else, so it must match whole. Most sentences lack all of the words it is made of, and are
not looked at more closely.
Each language has the same parts, in whatever order it allows: what is told of (`named` says that it is about bookings,
`told` may leave that out), the room, and verbs of telling, asking and stopping. A booking alone is no notification:
予約をここにお願いします asks to book.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from bot.language.intent import Kind

Ways = tuple[tuple[Kind, re.Pattern[str]], ...]


def _ways(before: str, after: str, said: Mapping[Kind, Iterable[str]]) -> Ways:
    return tuple((kind, re.compile(rf"{before}(?:{'|'.join(these)}){after}")) for kind, these in said.items())


def _japanese() -> Ways:
    please = (
        r"(?:\s?(?:お願い(?:します|いたします|致します|できますか|したいです)?|おねがい(?:します)?|ください(?:ませんか|ますか)?|下さい|頼みます?|たのむ|"
        r"ほしい(?:です|んだけど|んですが)?|欲しい(?:です)?|もらえ(?:ますか|ませんか|る)|いただけ(?:ますか|ませんか|ると助かります)|"
        r"くれ(?:ますか|ませんか|る)?|よろしく(?:お願いします)?))?"
    )
    asked = rf"(?:して(?:おいて)?|する|します|したい(?:です)?)?{please}"
    system = r"(?:jicoo|ジクー|ジコー)"
    booking = r"(?:新しい|新規の?)?予約"
    bookings = rf"(?:{system}(?:からの|での|の|に入った)?\s?(?:{booking}の?)?|{booking}の?)\s?(?:キャンセル|変更)?"
    named = rf"{bookings}(?:の?通知|のお知らせ|お知らせ|の?連絡|の?アラート)"
    told = rf"(?:{named}|通知)"
    booked = rf"(?:{system}[での]?\s?)?{booking}"
    room = r"(?:ここ|こちら|こっち|この\s?(?:チャンネル|トークルーム|トーク|ルーム|グループ|グルチャ|部屋|チャット|スレッド|場所))"
    to_room = rf"{room}(?:宛て?|あて)?(?:に|へ|で)も?\s?"
    about = r"(?:を|は|も|が|って|、)?\s?"
    say = r"(?:通知|お?知らせ|連絡|投稿|共有|転送|配信|表示)"
    saying = rf"(?:(?:通知し|お?知らせし?|連絡し|投稿し|共有し|転送し|配信し|表示し|送っ|流し|出し|届け|飛ばし|教え)て(?:おいて)?{please}|{say}{asked})"
    sending = rf"(?:{saying}|(?:設定し|変更し|入れ|上げ|あげ|し)て(?:おいて)?{please}|(?:設定|変更|送信){asked}|し(?:たい|ます)(?:です)?|(?:受け取り|もらい|見)たい(?:です)?|{please})"
    place = rf"(?:{bookings})?通知(?:先|チャンネル|ルーム)"
    where = r"(?:どこ|どちら|どの\s?(?:チャンネル|トークルーム|トーク|ルーム|グループ|部屋|チャット))"
    which = rf"{where}(?:です|なの|でしょう|だっけ|でしたっけ|になって(?:い)?(?:る|ます))?"
    is_told = r"(?:(?:通知|投稿|共有|配信|表示)(?:さ|して)|流|知らさ|流さ|送ら|飛ばさ)(?:れ(?:てい?)?)?い?(?:る|ます)の?(?:です)?"
    arrives = rf"(?:{is_told}|(?:届(?:く|き|いてい?)|[行い](?:く|き|ってい?)|来てい?|来|き|出てい?|出|飛(?:ぶ|び|んでい?))(?:る|ます)?の?(?:です)?)"
    tell = (
        rf"(?:[をはがの、]?(?:って)?\s?(?:(?:教え|おしえ|見せ|みせ|出し|表示し|確認し)て{please}|(?:確認|表示|一覧|リスト)を?{asked}|"
        rf"(?:知り|見|確認し)たい(?:です|んですが)?|{which}|どう(?:です|なって(?:い)?(?:る|ます))|何(?:です)?|は|って))?"
    )
    end = (
        rf"(?:(?:停止|中止|終了|ストップ|オフ|off)(?:に\s?)?{asked}|(?:止め|とめ|やめ|切っ)て(?:おいて)?{please}|(?:止め|とめ|やめ|切り)たい(?:です)?|"
        r"止める|とめる|やめる|切る)"
    )
    rid = (
        rf"(?:{end}|(?:解除|無効化?|キャンセル|削除|廃止|ミュート)(?:に\s?)?{asked}|(?:消し|外し|なくし)て{please}|"
        r"(?:もう)?\s?(?:不要|いらない|要らない|いりません|要りません|必要ない|必要ありません|結構))"
    )
    silent = rf"(?:もう)?\s?(?:送ら|流さ|出さ|投稿し|通知し|知らせ|連絡し|し)ないで{please}"
    ways = {
        Kind.ROUTE_HERE: (
            rf"{told}{about}{to_room}{sending}",
            rf"{to_room}{told}{about}{sending}",
            rf"{booked}(?:を|は|も)\s?{to_room}{saying}",
            rf"{to_room}{booked}(?:を|も)\s?{saying}",
            rf"{booked}が(?:入った|あった|きた|来た|取れた)(?:ら|とき(?:は|に)?|時(?:は|に)?|場合は?)[、,]?\s?{to_room}{saying}",
            rf"{place}(?:を|は)?\s?{room}(?:に|へ)\s?{sending}",
            rf"{room}を\s?{place}(?:に|として)\s?{sending}",
        ),
        Kind.ROUTES: (
            rf"(?:現在の|今の|いまの)?{place}(?:(?:の|を|は)?(?:一覧|リスト|設定)で?)?{tell}",
            rf"{told}{about}(?:{which}|{where}(?:に|へ|で){arrives})",
            rf"{booked}(?:は|って|が)?\s?{where}(?:に|へ|で)(?:{is_told})",
            rf"{where}(?:に|へ|で)(?:{told}(?:が|は)?\s?{arrives}|(?:{booked}(?:が|は)\s?)?(?:{is_told}))",
        ),
        Kind.ROUTE_STOP: (
            rf"(?:{named}{about}(?:{room}(?:に|へ|では?|には)\s?)?|{room}(?:へ|で|に)?の\s?{told}{about})(?:{rid}|{silent})",
            rf"通知(?:を|は)?\s?{end}",
            rf"(?:{told}|{booked})(?:を|は)?\s?{to_room}(?:は)?{silent}",
            rf"{to_room}(?:は)?(?:{told}|{booked})(?:を|は)?\s?{silent}",
            rf"{to_room}(?:は)?\s?(?:もう)?(?:通知|投稿)しないで{please}",
            rf"(?:{room}(?:を|は)\s?)?{place}(?:から|を)\s?{rid}",
        ),
    }
    before = r"(?:(?:すみません|すいません|今後は?|これからは?|次から|もう)[、,\s]{0,2}){0,2}"
    return _ways(before, r"(?:です|ね|よ)?か?[\s。.!?、ー~]{0,3}$", ways)


def _english() -> Ways:
    bookings = r"(?:bookings?|reservations?)"
    of_them = r"(?:(?:all|the|our|my|new|of|these|those|every) ){0,3}"
    notices = r"(?:notifications?|notices|alerts?|updates|announcements|messages)"
    about_them = rf"(?: (?:from|for|of|about|on) {of_them}(?:jicoo {bookings}|jicoo|{bookings}))"
    named = rf"{of_them}(?:(?:jicoo(?:'s)? (?:{bookings} )?|{bookings} ){notices}|{notices}{about_them})"
    notified = rf"(?:{named}|{of_them}(?:notifications|alerts))"
    booked = rf"{of_them}(?:jicoo(?:'s)? )?{bookings}(?: (?:from|on) jicoo)?"
    told = rf"(?:{notified}|{booked})"
    room = r"(?:(?:talk |chat |group |message )?(?:channel|room|chat|group|talk|thread|conversation))"
    here = rf"(?:(?:in |to |into )?here|(?:in|to|into|on|at) this {room})"
    this = rf"this(?: {room})?"
    send = (
        r"(?:send|post|put|route|show|deliver|forward|push|announce|share|drop|direct|report|publish|give us|get|receive|have|enable|activate|"
        r"turn on|switch on|start|set up|bring)"
    )
    say = r"(?:send|post|put|route|deliver|forward|push|announce|share|direct|report|publish)"
    sending = r"(?:sending|posting|putting|showing|delivering|forwarding|announcing|sharing|reporting|publishing|getting|receiving)"
    sent = r"(?:sent|posted|announced|shown|delivered|forwarded|published|routed|going|shared)"
    go = r"(?:go|come|appear|show up|arrive|end up|land|get (?:sent|posted|announced))"
    tell = r"(?:(?:notify|tell|inform|alert|ping)(?: (?:us|me|everyone|everybody|the team))?|let (?:us|me|everyone|everybody|the team) know)"
    about = (
        rf"(?: (?:of|about|on|for) {told}| (?:when|whenever|if) (?:someone|somebody|anyone|a guest|people|guests) (?:books?|makes? a booking)|"
        r" (?:when|whenever|if) (?:a|there's a|there is a|we get a) (?:new )?booking(?: (?:comes in|is made|arrives))?)"
    )
    routes = rf"(?:(?:(?:jicoo |{bookings} )?(?:notification|alert|announcement) (?:routes?|channels?|rooms?|destinations?|targets?|settings|list))|(?:jicoo |{bookings} )?routes)"
    no = r"(?:don't|do not|dont|never)"
    ways = {
        Kind.ROUTE_HERE: (
            rf"(?:(?:i|we)(?:'d| would)? (?:like|want|need|prefer) |{send} (?:us |me )?)?{notified}(?: to be)?(?: {sent})?[,:]? {here}",
            rf"(?:{say} (?:us |me )?{booked}|(?:have|want|like) {booked}(?: to be)? {sent}),? {here}",
            rf"{told} (?:(?:should|must|can) )?(?:(?:be )?{sent}|go|come|appear) {here}",
            rf"{notified} (?:to|for) this {room}",
            rf"(?:start|begin) {sending} (?:us |me )?{told} {here}",
            rf"this {room} (?:should|must|can) (?:get|receive|show|have) {told}",
            rf"(?:get|be) (?:notified|told|informed|alerted) {here}{about}",
            rf"{tell} {here}{about}",
            rf"{tell}{about},? {here}",
            rf"(?:notify|alert|tell|inform) this {room}{about}",
            rf"(?:use|choose|pick|take) {this} (?:for|to (?:get|receive|show|announce|post)) {told}",
            rf"(?:make|set|use|choose) {this} (?:as |to be )?(?:the|our|a) (?:{routes}|{room} for {told})",
            rf"(?:subscribe|add|sign up) (?:{this}|us) (?:to|for) (?:{notified}|the {routes})",
        ),
        Kind.ROUTES: (
            rf"where (?:do|does|will|would) {told} {go}(?: to)?",
            rf"where(?:'s| are| is| will) {told} (?:be )?{sent}(?: to)?",
            rf"(?:tell|show) (?:me|us) where {told} (?:are |is |will be )?(?:{sent}|{go})(?: to)?",
            rf"(?:which|what) {room}s? (?:is|are) (?:set|chosen|used|subscribed|configured|notified) (?:up )?(?:for|to|of|about) {told}",
            rf"where do you {send} {told}(?: to)?",
            rf"(?:which|what) {room}s? (?:gets?|receives?|shows?|has|have) {told}",
            rf"(?:in |to |into )?(?:which|what) {room}s? (?:are|do|will) {told} (?:be )?(?:{sent}|{go})(?: in| to)?",
            rf"who (?:gets|receives|sees) {notified}",
            rf"(?:(?:show|list|give|tell|see|check|view|display)(?: me| us)? |what are |what's |which are |where are )?(?:(?:the|our|all|current|my) ){{0,2}}{routes}(?: list)?",
        ),
        Kind.ROUTE_STOP: (
            rf"(?:stop|end|pause|mute|disable|deactivate|silence|turn off|switch off) (?:{notified}(?:,? {here})?|{told} {here})",
            rf"(?:stop|quit) {sending} (?:us |me )?{told}(?: {here})?",
            rf"(?:stop|quit) notifying (?:us|me|this {room})(?:{about})?",
            rf"(?:turn|switch) {notified} off(?: {here})?",
            rf"(?:cancel|delete|remove) (?:{named}(?: {here})?|{notified} {here})",
            rf"no more (?:{notified}(?: {here})?|{told} {here})",
            rf"{no} {send} (?:us |me )?(?:{named}(?: {here})?|{told} {here})",
            rf"{no} {tell}(?: {here}{about}|{about} {here})",
            rf"unsubscribe (?:(?:{this}|us|me) )?from {told}|(?:unsubscribe|remove) (?:{this}|us) from (?:the |our )?(?:{routes}|{told})",
            rf"(?:i|we) (?:don't|do not|no longer) (?:want|need) (?:{named}(?: {here})?|{told} {here})",
        ),
    }
    before = (
        r"(?:(?:hey|hi|hello|ok|okay|so|and|also|please|pls|plz|kindly|could you|can you|would you|will you|can we|let's|lets|i'd like you to|i want you to|"
        r"we'd like you to|i'd like to|we'd like to|we want to|i want to|from now on),? ){0,4}"
    )
    after = r"(?:,? (?:please|pls|plz|thanks|thank you|from now on|instead|too|as well|now|again|any ?more|any longer|for now)){0,3}[\s.!?]{0,3}$"
    return _ways(before, after, ways)


def _korean() -> Ways:
    give = (
        r"(?:\s?(?:줘요?|주세요|주십시오|주시겠어요|주시겠습니까|주실래요|줄래요?|주라|주면 (?:돼요?|좋겠어요?)|주시면 (?:감사하겠습니다|좋겠습니다|좋겠어요|됩니다)|"
        r"줄 수 (?:있어요?|있나요|있을까요?)|주실 수 (?:있나요|있을까요|있어요)|둬요?|두세요)|요)?"
    )
    please = r"(?:\s?(?:좀\s)?(?:부탁(?:해요?|합니다|드립니다|드려요|드릴게요)?|바랍니다|요청(?:합니다|드립니다)?))?"
    system = r"(?:jicoo|지쿠)의?"
    booking = r"(?:(?:새로운|새|신규)\s)?예약"
    bookings = rf"(?:{system}\s?(?:{booking}의?)?|{booking}의?)\s?(?:(?:취소|변경)\s?)?"
    named = rf"{bookings}(?:알림|알람|통지|공지|노티)"
    told = rf"(?:{named}|알림)"
    booked = rf"(?:{system}\s?)?{booking}"
    to = r"(?:[을를은는도이가,])?\s?"
    room = r"(?:여기|이곳|이쪽|이\s?(?:채널|메시지방|대화방|채팅방|톡방|단톡방|단체방|그룹방|그룹|방|토크룸|룸))"
    to_room = rf"{room}(?:으로|로|에다가?|에서|에|서)?\s?"
    saying = rf"(?:(?:보내|올려|알려|띄워|남겨|(?:전달|공유|전송|게시|표시|통지|공지)해){give}|(?:전송|게시|전달|공유|표시|통지|공지){please})"
    sending = rf"(?:{saying}|(?:설정)?해{give}|설정{please}|받(?:을게요?|을래요?|겠습니다|고\s?싶(?:어요?|습니다)|게\s?해{give}|기)|오게\s?해{give}|{please})"
    kind_of_place = r"(?:방|채널|메시지방|대상|수신처|처|장소|설정)"
    place = rf"(?:{bookings})?(?:알림|통지|공지)(?:\s?{kind_of_place}|(?:[을를이])?\s?(?:받는|보내는|가는|오는|올라오는)\s?(?:곳|방|채널|메시지방|데))"
    where = r"(?:어디|어느\s?(?:방|채널|메시지방|대화방|채팅방|곳)|무슨\s?(?:방|채널))"
    where_to = rf"{where}(?:로|에|으로|에서|서|에다가?)?\s?"
    is_told = r"(?:올라[가오와]|보내[져지]|알려[져지]|통지[돼되]|공지[돼되]|떠|뜨)(?:요|나요|는지|는가요|니|지|죠|고 있어요?)?"
    goes = rf"(?:{is_told}|받(?:아요?|나요?|지|는지)|[가와오](?:요|나요|는지|는가요|니|지|죠)?|갑니까|옵니까)"
    ask = (
        rf"(?:[을를은는이가])?\s?(?:좀\s)?(?:(?:알려|보여|말해|가르쳐){give}|(?:확인|조회|표시)(?:해{give}|{please})|목록|리스트|{where}(?:야|예요|에요|이에요|인가요|지|죠|입니까)?|"
        r"뭐야|뭐예요|뭔가요|궁금해요?)?"
    )
    end = (
        rf"(?:(?:중지|중단|해제|정지|종료)(?:[을를]\s|\s)?(?:해{give}|하고\s?싶어요?|할게요?|{please})|(?:꺼|끊어|멈춰|그만해){give}|끄기|끌게요?|"
        rf"그만(?:\s?(?:보내|올려|알려|띄워){give})?)"
    )
    no = r"(?:보내|올리|알리|알려\s?주|보내\s?주|띄우|하)지\s?(?:마요?|말아\s?(?:줘요?|주세요)|마세요|말아요|않아도\s?(?:돼요?|됩니다))"
    rid = (
        rf"(?:{end}|(?:취소|삭제|차단|제거)(?:[을를]\s|\s)?(?:해{give}|{please})|(?:없애){give}|(?:이제\s|더\s?이상\s)?(?:받고\s?싶지\s?않(?:아요?|습니다)|필요\s?(?:없어요?|없습니다)|"
        rf"안\s?(?:보내|올려|알려\s?줘|와)도\s?(?:돼요?|됩니다|괜찮아요?)|{no}))"
    )
    ways = {
        Kind.ROUTE_HERE: (
            rf"{told}{to}{to_room}(?:만\s)?{sending}",
            rf"{to_room}{told}{to}(?:좀\s)?{sending}",
            rf"{booked}{to}{to_room}{saying}",
            rf"{to_room}{booked}{to}{saying}",
            rf"{booked}이?\s?(?:들어오면|생기면|잡히면|있으면|되면|들어올 때마다)\s{to_room}(?:도\s)?{saying}",
            rf"{room}(?:[을를])?\s{place}(?:으로|로)\s?{sending}",
            rf"{place}(?:[을를은는])?\s?{room}(?:으로|로)\s?(?:{sending}|변경(?:해{give})?|바꿔{give})",
        ),
        Kind.ROUTES: (
            rf"(?:현재\s|지금\s)?{place}{ask}",
            rf"{told}{to}{where_to}{goes}",
            rf"{booked}(?:은|는|이|가)?\s?{where_to}{is_told}",
            rf"{where_to}(?:{told}(?:은|는|이|가)?\s?{goes}|{booked}(?:은|는|이|가)?\s?{is_told})",
        ),
        Kind.ROUTE_STOP: (
            rf"(?:{named}{to}(?:{room}(?:에서|으로|에|로)?(?:는|은)?\s)?|{room}(?:에서|으로|의|에|로)?(?:는|은)?\s(?:오는\s)?{told}{to})(?:(?:좀|이제|다)\s)?{rid}",
            rf"알림(?:[을은])?\s?(?:(?:좀|이제|다)\s)?{end}",
            rf"{to_room}(?:는|은)?\s?{booked}{to}{no}",
            rf"{room}(?:[을를은])?\s{place}에서\s?(?:빼|제외해|제거해|삭제해){give}",
        ),
    }
    before = r"(?:(?:죄송한데요?|혹시|앞으로는?|이제부터는?|이제|더 ?이상|그럼|저기요?)[,\s]{1,2}){0,2}"
    return _ways(before, r"[\s.!?~]{0,3}$", ways)


def _chinese() -> Ways:
    booking = r"(?:新的?)?(?:预约|預約)"
    booked = rf"(?:jicoo\s?上?的?\s?)?{booking}"
    bookings = rf"(?:jicoo\s?上?的?\s?(?:{booking}的?)?|{booking}的?)\s?(?:取消|更改|变更|變更)?"
    named = rf"{bookings}(?:通知|提醒|消息|訊息|信息)"
    told = rf"(?:{named}|通知)"
    room = r"(?:群组|群組|群聊|群|频道|頻道|聊天室|聊天|房间|房間|对话|對話)"
    here = rf"(?:这里|這裡|這裏|这儿|這兒|此处|此處|这边|這邊|本{room}|[这這][个個]?{room}|群[里裡])[里裡裏内內中来來]?"
    say = r"(?:发送|發送|发布|發布|推送|传送|傳送|转发|轉發|通知|公布|公告|发|發|传|傳|送|推)"
    send = rf"(?:{say}|设定|設定|设置|設置|显示|顯示|设|設|改|放|贴|貼|转|轉)"
    at = r"(?:到|在|至|给|給|往)"
    get = rf"(?:接收|接受|订阅|訂閱|收到?|获取|獲取|开启|開啟|打开|打開|启用|啟用|显示|顯示|{say})"
    also = r"(?:请|請|都|也|就|会|會|要|全部|统一|統一|今[后後]|以[后後]|麻烦|麻煩){0,3}"
    now = r"(?:现在|現在|目前)?"
    which = rf"(?:哪[里裡裏儿兒边邊]|何处|何處|什么地方|什麼地方|(?:哪[个個些]|什么|什麼){room})"
    place = rf"(?:{bookings})?(?:通知|提醒)的?(?:设置|設置|设定|設定|{room}|对象|對象|目的地|去向|地点|地點)"
    show = r"(?:查看|查询|查詢|查一下|查|看一下|看看|看|显示|顯示|列出|列一下|告诉我|告訴我|打开|打開|确认|確認)"
    turn_into = r"(?:设为|設為|设成|設成|设置为|設置為|设定为|設定為|作为|作為|当作|當作|当成|當成|改为|改為|改成)"
    end = r"(?:停止|停掉|停用|停|关闭|關閉|关掉|關掉|取消|暂停|暫停|中止|终止|終止|解除|屏蔽|退订|退訂|禁用|删除|刪除)"
    no = r"(?:(?:不要|别|別|不用|不必|请勿|請勿|不需要|不想)(?:再|继续|繼續)?|不再(?:需要)?|无需再?|無需再?)"
    ways = {
        Kind.ROUTE_HERE: (
            rf"(?:把|将|將)?(?:{told}{also}\s?{send}{at}?|{named}{also}{at}?|{booked}{also}\s?{say}{at})\s?{here}",
            rf"(?:在|到|往)?{here}{also}{get}\s?(?:{named}|{booked})",
            rf"(?:如果|若|当|當)?(?:有|收到)了?{booked}(?:的?(?:时候?|時候?|话|話))?[,，]?\s?{also}(?:{say}{at}{here}|在{here}(?:通知|提醒|告诉|告訴)(?:我们?|我們|大家)?)",
            rf"(?:把|将|將){here}{turn_into}\s?{place}",
            rf"(?:把|将|將)?{place}(?:设|設|改|换|換|设置|設置|设定|設定)(?:到|为|為|成|在){here}",
        ),
        Kind.ROUTES: (
            rf"(?:{show})?(?:一下)?(?:目前|现在|現在|所有|全部)?的?{place}(?:列表|清单|清單|一览|一覽)?(?:[是在有](?:什么|什麼|哪些|谁|誰|{which}))?",
            rf"(?:{show})?(?:一下)?{now}{told}(?:现在|現在|目前|都|会|會|是|要|该|該){{0,3}}(?:{send}{at}?\s?{which}|{at}\s?{which}(?:{get})?)",
            rf"(?:{show})?(?:一下)?{booked}(?:现在|現在|目前|都|会|會|是|要|该|該){{0,3}}(?:{say}{at}?\s?{which}|{at}{which}{say}的?)",
            rf"{which}(?:都|会|會|可以|能){{0,2}}(?:收到|接收|收|看到)(?:{told}|{booked})",
            rf"(?:在|到|往){which}(?:会|會)?{get}(?:{told}|{booked})",
        ),
        Kind.ROUTE_STOP: (
            rf"{end}(?:在|往|到)?(?:{here}的?)?\s?{told}",
            rf"{end}(?:在|往|到)?{here}{get}(?:{told}|{booked})",
            rf"在?(?:{here}的?)?(?:把|将|將)?(?:{here}的?)?(?:{told}(?:都|请|請|就|给我|給我|全部|可以){{0,2}}{end}|{named}(?:不要|不用|不需要))",
            rf"(?:我们?|我們)?(?:[在往]?{here})?(?:都|已经|已經|就)?{no}(?:{get}(?:给我们?|給我們?)?{told}|{named})(?:{at}{here})?",
            rf"(?:我们?|我們)?(?:{no}通知(?:{booked})|(?:不要|别|別|不用|不必)再通知)",
            rf"(?:[在往]?{here}{no}{get}|{no}[在往]{here}{get}){booked}",
        ),
    }
    before = (
        r"(?:(?:你好|您好|请|請|麻烦|麻煩|拜托|拜託|帮我们?|幫我們?|帮忙|幫忙|能不能|可不可以|可以|能否|我们?想要?|我們想要?|希望|以[后後]|今[后後]|"
        r"从现在起|從現在起|那)[你您]?[,,\s]?){0,4}"
    )
    after = r"(?:一下|吧|好吗|好嗎|可以吗|可以嗎|吗|嗎|呢|啊|啦|了|谢谢|謝謝|[\s。.!?,,~]){0,5}$"
    return _ways(before, after, ways)


_WAYS: Mapping[str, Callable[[], Ways]] = {"ja": _japanese, "en": _english, "ko": _korean, "zh": _chinese}
# each way holds one of them
_SIGNS = {
    "ja": ("通知", "予約", "jicoo", "ジクー", "ジコー"),
    "en": ("notif", "booking", "reservation", "jicoo", "alert", "books", "routes", "announcement"),
    "ko": ("알림", "예약", "jicoo", "지쿠", "통지", "공지"),
    "zh": ("通知", "提醒", "预约", "預約", "jicoo"),
}


@cache
def ways_of(language: str) -> Ways:
    """The patterns of a language, made when first asked for: a twentieth of a second of CPU."""
    return _WAYS[language]()


def asked_of_routes(sentence: str, language: str) -> Kind | None:
    """What the whole of `sentence`, normalised and without blanks around it, asks about routes; None: nothing."""
    for sign in _SIGNS[language]:
        if sign in sentence:
            return next((kind for kind, pattern in ways_of(language) if pattern.match(sentence)), None)
    return None
