"""Members, as much of them as a token may see."""

from urllib.parse import quote

from tests.simulators.company import BOT_ID, HANAKO, JANE, TARO, Caller


async def test_the_scope_decides_how_much_of_a_member_is_shown(caller: Caller) -> None:
    path = f"/v1.0/users/{HANAKO}"
    shown = {}
    for scope in ("user.read", "user.profile.read", "user.email.read"):
        holder = caller.holding(await caller.fresh_token(scope=scope))
        shown[scope] = (await holder.call("GET", path)).body

    whole, profile, email = shown.values()
    assert (whole["email"], whole["timeZone"], whole["locale"]) == ("hanako@example.com", "Asia/Tokyo", "ja_JP")
    assert profile["userName"]["lastName"] == "佐藤"
    assert not profile.keys() & {"email", "timeZone", "locale"}
    assert email == {"userId": HANAKO, "email": "hanako@example.com"}


async def test_translated_names_stand_where_each_record_has_them(caller: Caller) -> None:
    english = [{"language": "en_US", "lastName": "Tanaka", "firstName": "Taro"}]
    narrow = caller.holding(await caller.fresh_token(scope="user.profile.read"))

    whole = await caller.call("GET", f"/v1.0/users/{TARO}")
    profile = await narrow.call("GET", f"/v1.0/users/{TARO}")

    assert (whole.body["i18nNames"], profile.body["i18nName"]) == (english, english)


async def test_a_login_finds_its_member(caller: Caller) -> None:
    answered = await caller.call("GET", f"/v1.0/users/{quote('jane@example.com')}")

    assert answered.body["userId"] == JANE


async def test_everybody_is_listed_page_by_page_and_the_last_page_has_no_cursor(caller: Caller) -> None:
    first = await caller.call("GET", "/v1.0/users?count=2")
    last = await caller.call("GET", f"/v1.0/users?count=2&cursor={first.body['responseMetaData']['nextCursor']}")

    assert [one["userId"] for one in first.body["users"]] == [TARO, HANAKO]
    assert [one["userId"] for one in last.body["users"]] == [JANE]
    assert last.body["responseMetaData"] == {}


async def test_the_list_can_be_turned_round_and_holds_no_vips(caller: Caller) -> None:
    backwards = await caller.call("GET", "/v1.0/users?orderBy=NAME&sortOrder=DESCENDING")
    vips = await caller.call("GET", "/v1.0/users?searchFilterType=VIP")

    assert [one["userId"] for one in backwards.body["users"]] == [TARO, HANAKO, JANE]
    assert vips.body["users"] == []


async def test_another_domain_is_not_shown(caller: Caller) -> None:
    assert (await caller.call("GET", "/v1.0/users?domainId=1")).status == 403


async def test_the_bot_is_called_by_its_names(caller: Caller) -> None:
    answered = await caller.call("GET", f"/v1.0/bots/{BOT_ID}")

    assert answered.body["botName"] == "予定"
    assert answered.body["i18nBotNames"] == [{"language": "en_US", "botName": "Yotei"}]
