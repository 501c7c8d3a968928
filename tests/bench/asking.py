"""How long a reader waits for the answer to a question, from each key to the card.

Run `python -m tests.bench.asking`. A briefing of 10,000 items lies open. First `f` and letters are
pressed before anything has been taken in, and what is done in between is timed part by part: a
key that comes meanwhile waits for one part at most. Then each letter of some questions is pressed
and the frame drawn. Beside it in the same run: `grep -ric` of the whole question over the same
text, its start included.
"""

import gc
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench import written
from tests.bench.usage import parse
from tests.reading.sessions import Memory
from tui.app.frame import draw
from tui.app.idle_work import Work, work
from tui.app.keyboard.dispatch import dispatch
from tui.load import load_document
from tui.reading.session import ReadingSession

ITEMS = 10_000
RUNS = 5
QUESTIONS = (
    *("wang yi", "china", "2019", "estonia", "dprk", "US", "북한", "中国", "korea"),
    *(f"{written.VOCABULARY[rank]} {written.VOCABULARY[rank * 9]}" for rank in (3, 70, 900)),
    f"china {written.VOCABULARY[40]}",
    "wnag",
    "zzzzzz",
)


def main() -> None:
    """Measure and print the table."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "large.yaml")
        file.write_text(written.large(ITEMS), "utf-8")
        session = ReadingSession(
            dispatch=dispatch,
            document=load_document(file),
            library=None,
            memory=Memory(),
            size=(120, 40),
        )
        draw(session)
        gc.freeze()  # as the program does once its first screen is there
        first = timed(lambda: ask(session))
        letters = [timed(partial(press, session, character)) for character in "china"]
        parts = prepare(session)
        card = timed(lambda: draw(session))
        again = timed(lambda: ask(session))
        median, slowest = statistics.median(parts) * 1e3, max(parts) * 1e3
        print(
            f"cold: f {first * 1e3:.0f} ms, the slowest letter {max(letters) * 1e3:.1f} ms; "
            f"taken in within {sum(parts) * 1e3:.0f} ms in {len(parts)} parts, the median "
            f"{median:.1f} ms and the slowest {slowest:.0f} ms, the last, with the answer, "
            f"{(parts[-1] + card) * 1e3:.0f} ms; f again {again * 1e3:.1f} ms"
        )
        print(f"{'':24}{'median key':>12}{'slowest key':>12}{'grep -r':>10}")
        every: list[float] = []
        for question in QUESTIONS:
            keys = [medians(session, question, upto) for upto in range(1, len(question) + 1)]
            every += keys
            peer = statistics.median(timed(partial(grep, question, folder)) for _ in range(RUNS))
            row = [statistics.median(keys), max(keys), peer]
            print(f"{question:24}" + "".join(f"{each * 1e3:9.1f} ms" for each in row))
        print(
            f"all keys: median {statistics.median(every) * 1e3:.1f} ms, "
            f"slowest {max(every) * 1e3:.1f} ms"
        )


def ask(session: ReadingSession) -> None:
    """Press `f` and show what comes."""
    session.mode = None
    session.press("f", "f")
    draw(session)


def prepare(session: ReadingSession) -> list[float]:
    """Do all that is done between keys; the seconds that each part of it takes."""
    parts: list[float] = []
    left = Work.MORE
    while left is Work.MORE:
        begun = time.perf_counter()
        left = work(session)
        parts.append(time.perf_counter() - begun)
    return parts


def medians(session: ReadingSession, question: str, upto: int) -> float:
    """Seconds from the last of some letters to the card, the median of some runs."""
    taken = []
    for _ in range(RUNS):
        ask(session)
        session.paste(question[: upto - 1])
        character = question[upto - 1]
        taken.append(timed(partial(press, session, character)))
    return statistics.median(taken)


def press(session: ReadingSession, character: str) -> None:
    """Type a letter and draw."""
    session.press("space" if character == " " else character, character)
    draw(session)


def grep(question: str, folder: str) -> None:
    """Count the lines with the words, without respect to case."""
    program = shutil.which("grep") or "grep"
    subprocess.run([program, "-ric", question, folder], capture_output=True, check=False)


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


if __name__ == "__main__":
    parse(__doc__)
    main()
