"""`make bench`: every measurement, one after the other, on this machine."""

import sys
from collections.abc import Callable

from benchmarks import acknowledgement, load, reader

MEASUREMENTS: dict[str, Callable[[], list[str]]] = {
    "the reader, beside dateparser": reader.run,
    "acknowledgement, beside bare aiohttp": acknowledgement.run,
    "a hundred messages a second": load.run,
}

for name, run in MEASUREMENTS.items():
    sys.stdout.write(f"\n{name}\n" + "".join(f"  {line}\n" for line in run()))
    sys.stdout.flush()
