"""How long checking a folder of 1,000 briefings takes, and how much memory.

Run `python -m tests.bench.checking`, or `python -m tests.bench.checking FOLDER` to make the
folder and keep it. Each briefing is the seed briefing with an id and a title of its own and its
source beside it; every tenth has a problem. The comparison, in the same run, is iterating over
libyaml's events of the same files.
"""

import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.loading import drain
from tests.bench.usage import parser

ROOT = Path(__file__).parents[2]
SEED = ROOT / "briefings" / "nato-rok-china-2022.yaml"
SOURCES = ROOT / "seeds"
COUNTS = (100, 1000)


def main() -> None:
    """Measure and print the table, or make the folder."""
    arguments = parser(__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, help="make this folder and keep it")
    folder = arguments.parse_args().folder
    if folder:
        make(folder, COUNTS[-1])
        return
    print(f"{'':18}{'events':>10}{'checked':>10}{'ratio':>8}{'memory':>10}")
    for count in COUNTS:
        with TemporaryDirectory() as made:
            make(Path(made), count)
            peer = events(Path(made))
            seconds = checked(Path(made))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        times = f"{peer:8.2f} s{seconds:8.2f} s{seconds / peer:8.2f}"
        print(f"{count:8,} briefings{times}{memory:7.0f} MB")


def make(folder: Path, count: int) -> None:
    """Write briefings to a folder, a hundred in each of its subfolders."""
    text = SEED.read_text("utf-8").replace("../seeds/", "")
    for number in range(count):
        below = folder / f"{number // 100:02}"
        if number % 100 == 0:
            below.mkdir(parents=True)
            for source in SOURCES.iterdir():
                (below / source.name).write_bytes(source.read_bytes())
        own = text.replace("id: nato-rok-china-2022", f"id: briefing-{number}")
        own = own.replace("title: NATO–", f"title: {number}. NATO–")
        if number % 10 == 0:
            own = own.replace("marking: TLP:CLEAR", "marking: TLP:WHITE")
        (below / f"{number:04}.yaml").write_text(own, "utf-8")


def events(folder: Path) -> float:
    """Return the seconds that the parser alone takes for all files."""
    begun = time.perf_counter()
    for file in folder.rglob("*.yaml"):
        drain(file.read_bytes())
    return time.perf_counter() - begun


def checked(folder: Path) -> float:
    """Return the seconds that the command takes."""
    command = [sys.executable, "-m", "tui", "check", "--format", "concise", str(folder)]
    begun = time.perf_counter()
    ran = subprocess.run(command, stdout=subprocess.PIPE, check=False, cwd=ROOT)
    taken = time.perf_counter() - begun
    found = ran.stdout.count(b" bad-marking: ")
    assert found == len([*folder.rglob("*0.yaml")]), found
    return taken


if __name__ == "__main__":
    main()
