"""What the Back Office says when it refuses, in the language that the caller accepts. No I/O.

How its error bodies look is not documented: a sentence, and per member what is wrong with it, is a guess.
Source of the header: https://docs.b2core.b2broker.com/en/overview-api-reference.html
"""

from collections.abc import Mapping

from providers.simulation.wire import Refusal

_TEXTS: Mapping[str, tuple[str, str]] = {
    "invalid": ("入力内容に誤りがあります。", "The given data was invalid."),
    "not_json": ("リクエスト本文を読み取れません。", "The request body cannot be read."),
    "required": ("必須項目です。", "This field is required."),
    "text": ("文字列で指定してください。", "This must be a string."),
    "long": ("長すぎます。", "This is too long."),
    "list": ("文字列の配列で指定してください。", "This must be an array of strings."),
    "time": ("日時の形式が正しくありません。", "This is not a valid date and time."),
    "order": ("開始日時より前です。", "This is before the start."),
    "duration": ("期間の形式が正しくありません。", "This is not a valid duration."),
    "staff": ("バックオフィスのユーザーではありません。", "This is not a Back Office user."),
    "query": ("パラメーターが正しくありません。", "This parameter is not valid."),
    "401": ("認証に失敗しました。", "Unauthenticated."),
    "404": ("見つかりません。", "Not found."),
    "405": ("許可されていないメソッドです。", "Method not allowed."),
    "413": ("リクエストが大きすぎます。", "The request is too large."),
    "429": ("リクエストが多すぎます。", "Too many requests."),
}


class Wrong(Exception):
    """What is wrong with a request: per member the names of texts; for the caller it becomes a 400."""

    def __init__(self, text: str = "invalid", **members: str) -> None:
        """`text` and the values of `members` name texts."""
        super().__init__(text)
        self.text = text
        self.members = members

    def refusal(self, language: str) -> Refusal:
        """The 400."""
        errors = {member: [said(text, language)] for member, text in self.members.items()}
        body: dict[str, object] = {"message": said(self.text, language)}
        return Refusal(400, body | ({"errors": errors} if errors else {}))


def said(text: str, language: str) -> str:
    """The text of that name."""
    japanese, english = _TEXTS.get(text, _TEXTS["invalid"])
    return japanese if language == "ja" else english


def refused(status: int, language: str = "en") -> Refusal:
    """A refusal without more to say than its status."""
    return Refusal(status, {"message": said(str(status), language)})


def language_of(header: str | None) -> str:
    """The first language of an `Accept-Language` header, without its place: "ja"."""
    return (header or "en").split(",")[0].split(";")[0].split("-")[0].strip().lower()
