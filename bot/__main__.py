"""`python -m bot`."""

import sys

if __name__ == "__main__":
    if sys.argv[1:] == ["say", "--jsonl"]:
        # Fed by machines, whole corpora at a time: the command parser would weigh as much as all the reader's tables.
        from bot.say import jsonl

        jsonl(sys.stdin.buffer, sys.stdout.buffer)
    else:
        from bot.cli import main

        main()
