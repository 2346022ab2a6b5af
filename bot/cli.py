"""The commands. No logic: each loads its module when it is called, so that `say` loads no server."""

import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

app = typer.Typer(
    name="python -m bot",
    help="Yotei: sentences in LINE WORKS become calendar events.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)

DataDir = Annotated[Path | None, typer.Option(help="Where the embedded store keeps its data; DATA_DIR unless given.")]


@app.command()
def serve(
    role: Annotated[str, typer.Option(help="all, web (takes callbacks) or worker (handles them).")] = "all",
) -> None:
    """Run the bot, from environment settings."""
    from bot.log import set_up
    from bot.serving import serve
    from bot.settings import BadSettings, read
    from bot.wiring import Role

    set_up()
    try:
        settings, part = read(), Role(role)
    except BadSettings as error:
        _refuse(str(error))
    except ValueError:
        _refuse("--role is all, web or worker")
    problem = serve(settings, part)
    if problem:
        _refuse(problem)


@app.command()
def demo(
    headless: Annotated[bool, typer.Option("--headless", help="No playground page.")] = False,
    port: Annotated[int | None, typer.Option(help="The bot's port when headless (0: any), else the page's.")] = None,
    data_dir: Annotated[Path, typer.Option(help="Where the demo keeps its store.")] = Path("data/demo"),
    only: Annotated[str, typer.Option(help="simulators or bot: run only this half.")] = "",
    sample: Annotated[bool, typer.Option("--sample", help="Fill the calendars with a few events.")] = False,
) -> None:
    """Run the bot against simulators; needs no account."""
    from bot.demo import Half, demo
    from bot.log import set_up

    set_up()
    try:
        half = Half(only)
    except ValueError:
        _refuse("--only is simulators or bot")
    problem = demo(half, headless=headless, port=port, data_dir=data_dir, sample=sample)
    if problem:
        _refuse(problem)


@app.command()
def say(
    sentence: Annotated[list[str] | None, typer.Argument(help="What somebody might write.")] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read JSON lines from standard input.")] = False,
    zone: Annotated[str, typer.Option(help="The writer's time zone.")] = "Asia/Tokyo",
    now: Annotated[str, typer.Option(help="When it is said, e.g. 2026-11-20T09:30; the present unless given.")] = "",
) -> None:
    """Print how a sentence is read, piece by piece."""
    from bot import say as saying

    if jsonl:
        saying.jsonl(sys.stdin.buffer, sys.stdout.buffer)
        return
    if not sentence:
        _refuse("Say what? For example: python -m bot say 明日15時から1時間 設計レビュー @田中")
    try:
        sys.stdout.write(saying.told(" ".join(sentence), zone=zone, now=now) + "\n")
    except ValueError as error:
        _refuse(str(error))


@app.command()
def dead(
    dead_id: Annotated[str, typer.Argument(help="A dead letter to put back in its lane.")] = "",
    data_dir: DataDir = None,
) -> None:
    """List dead letters; with an id, put that one back."""
    from bot.operator import dead

    _operate(dead(data_dir, dead_id))


@app.command()
def sweep(data_dir: DataDir = None) -> None:
    """Have the running bot look for bookings that no webhook brought."""
    from bot.operator import sweep

    _operate(sweep(data_dir))


@app.command()
def routes(data_dir: DataDir = None) -> None:
    """List the rooms where bookings are announced."""
    from bot.operator import routes

    _operate(routes(data_dir))


people = typer.Typer(help="Who is who in the other systems, where the e-mail does not tell.", no_args_is_help=True)
app.add_typer(people, name="people")


@people.command("list")
def people_list(data_dir: DataDir = None) -> None:
    """List who is linked by hand."""
    from bot.operator import people

    _operate(people(data_dir))


@people.command("link")
def people_link(
    user_id: Annotated[str, typer.Argument(help="The member's userId in LINE WORKS.")],
    jicoo: Annotated[str | None, typer.Option(help='Their userId in Jicoo; "" unlinks.')] = None,
    backoffice: Annotated[str | None, typer.Option(help='Their e-mail in the Back Office; "" unlinks.')] = None,
    data_dir: DataDir = None,
) -> None:
    """Say who a member is in another system."""
    from bot.operator import link

    _operate(link(data_dir, user_id, {"jicoo": jicoo, "backoffice": backoffice}))


@app.command("check-signature")
def check_signature(
    body: Annotated[Path, typer.Argument(help="A file with the body of a delivery, byte for byte.")],
    header: Annotated[str, typer.Argument(help="Its Jicoo-Webhook-Signature header.")],
) -> None:
    """Tell in which way a webhook was signed; the secret is JICOO_WEBHOOK_SECRET."""
    from bot.operator import check_signature

    _operate(check_signature(body, header))


@app.command()
def stop(data_dir: DataDir = None) -> None:
    """End the embedded store that a killed process has left."""
    from bot.operator import stop

    _operate(stop(data_dir))


def main() -> None:
    """Run the command that the arguments name."""
    app()


def _operate(result: tuple[bool, str]) -> None:
    worked, words = result
    if not worked:
        _refuse(words)
    sys.stdout.write(words + "\n")


def _refuse(words: str) -> NoReturn:
    sys.stderr.write(words.rstrip() + "\n")
    raise typer.Exit(2)
