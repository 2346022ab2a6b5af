"""Menus with a picture: made, given their picture, set for one or for all, and taken away."""

from typing import Any

import pytest
from pydantic import ValidationError

from providers.errors import NotFound, Refused
from providers.lineworks.client import LineWorks
from providers.lineworks.menu_models import NewRichMenu
from providers.lineworks.messages import MessageAction
from tests.simulators.company import HANAKO, TARO, Caller

PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def menu(name: str = "予定", **changes: Any) -> NewRichMenu:
    """A menu of two halves; `changes` override."""
    halves = [
        {
            "bounds": {"x": 0, "y": 0, "width": 1250, "height": 843},
            "action": {"type": "message", "label": "今日", "text": "今日の予定"},
        },
        {"bounds": {"x": 1250, "y": 0, "width": 1250, "height": 843}, "action": {"type": "postback", "data": "help"}},
    ]
    return NewRichMenu.model_validate({"richmenuName": name, "areas": halves, "size": {"height": 843}, **changes})


async def picture(works: LineWorks) -> str:
    """The id of an uploaded picture."""
    place = await works.create_attachment("menu.png")
    return (await works.upload_attachment(place, "menu.png", PNG)).file_id


async def test_a_menu_is_made_listed_and_taken_away(works: LineWorks) -> None:
    made = [await works.create_rich_menu(menu(f"m{number}")) for number in range(101)]
    listed = await works.list_rich_menus()
    await works.delete_rich_menu(made[0].richmenu_id)

    assert [one.richmenu_name for one in listed] == [f"m{number}" for number in range(101)]
    assert (await works.get_rich_menu(made[1].richmenu_id)).areas == listed[1].areas
    with pytest.raises(NotFound):
        await works.get_rich_menu(made[0].richmenu_id)


async def test_a_menu_gets_its_picture_and_shows_which_it_is(works: LineWorks) -> None:
    made = await works.create_rich_menu(menu())
    with pytest.raises(NotFound):
        await works.get_rich_menu_image(made.richmenu_id)
    japanese, english = await picture(works), await picture(works)

    await works.set_rich_menu_image(made.richmenu_id, japanese, {"en_US": english})

    image = await works.get_rich_menu_image(made.richmenu_id)
    assert await works.download_attachment(image.file_id) == PNG
    assert (image.model_extra or {})["i18nFileIds"] == [{"language": "en_US", "fileId": english}]


async def test_a_member_sees_their_own_menu_and_others_the_default_one(works: LineWorks, desk: Caller) -> None:
    own, everybodys = await works.create_rich_menu(menu("own")), await works.create_rich_menu(menu("everybody's"))
    await works.set_user_rich_menu(own.richmenu_id, "taro@example.com")
    await works.set_default_rich_menu(everybodys.richmenu_id)

    held = (await desk.state())["menus"]
    assert (await works.get_user_rich_menu(TARO)).richmenu_id == own.richmenu_id
    assert (await works.get_default_rich_menu()).default_richmenu_id == everybodys.richmenu_id
    assert (held["users"], held["default"]) == ({TARO: own.richmenu_id}, everybodys.richmenu_id)
    with pytest.raises(NotFound):
        await works.get_user_rich_menu(HANAKO)


async def test_what_is_set_can_be_unset_and_a_menu_that_goes_is_set_nowhere(works: LineWorks) -> None:
    one, other = await works.create_rich_menu(menu()), await works.create_rich_menu(menu())
    await works.set_user_rich_menu(one.richmenu_id, TARO)
    await works.set_default_rich_menu(one.richmenu_id)
    await works.delete_user_rich_menu(TARO)
    await works.delete_default_rich_menu()
    await works.set_user_rich_menu(other.richmenu_id, HANAKO)
    await works.set_default_rich_menu(other.richmenu_id)
    await works.delete_rich_menu(other.richmenu_id)

    assert (await works.get_rich_menu(one.richmenu_id)).richmenu_id == one.richmenu_id
    for user_id in (TARO, HANAKO):
        with pytest.raises(NotFound):
            await works.get_user_rich_menu(user_id)
    with pytest.raises(NotFound):
        await works.get_default_rich_menu()


async def test_a_rich_menu_takes_the_fixed_one_away(works: LineWorks) -> None:
    await works.create_persistent_menu([MessageAction(label="予定", text="今日の予定")])

    await works.create_rich_menu(menu())

    with pytest.raises(NotFound):
        await works.get_persistent_menu()


async def test_a_picture_that_nobody_uploaded_or_that_is_none_is_refused(works: LineWorks) -> None:
    made = await works.create_rich_menu(menu())
    place = await works.create_attachment("menu.txt")
    await works.upload_attachment(place, "menu.txt", b"a text")

    for file_id in ("jp1.1.2", place.file_id):
        with pytest.raises(Refused):
            await works.set_rich_menu_image(made.richmenu_id, file_id)


AREA = menu().areas[0].model_dump(by_alias=True, exclude_none=True)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"richmenuName": ""}, id="name-empty"),
        pytest.param({"richmenuName": "あ" * 301}, id="name-of-301"),
        pytest.param({"areas": []}, id="no-area"),
        pytest.param({"areas": [AREA] * 21}, id="areas-21"),
        pytest.param({"size": {"height": 844}}, id="height-844"),
        pytest.param({"size": {"width": 1200, "height": 843}}, id="width-1200"),
        pytest.param({"areas": [{**AREA, "bounds": {"x": 1251, "y": 0, "width": 1250, "height": 1}}]}, id="too-wide"),
        pytest.param({"areas": [{**AREA, "bounds": {"x": 0, "y": 1, "width": 1, "height": 843}}]}, id="too-high"),
        pytest.param({"areas": [{**AREA, "bounds": {"x": -1, "y": 0, "width": 1, "height": 1}}]}, id="left-of-it"),
        pytest.param({"areas": [{**AREA, "bounds": {"x": 0, "y": 0, "width": 0, "height": 1}}]}, id="no-width"),
        pytest.param({"areas": [{**AREA, "action": {"type": "camera", "label": "a"}}]}, id="camera"),
        pytest.param({"areas": [{**AREA, "action": {"type": "postback"}}]}, id="postback-of-nothing"),
        pytest.param({"selected": True}, id="a-member-that-no-page-documents"),
    ],
)
def test_a_menu_that_would_be_refused_cannot_be_made(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        menu(**changes)


async def test_a_picture_is_for_a_language_that_they_have(works: LineWorks) -> None:
    with pytest.raises(ValueError, match="not a language"):
        await works.set_rich_menu_image("1", "2", {"fr_FR": "3"})
