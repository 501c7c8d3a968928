"""How long a reader waits for the answer to a question, from each letter to the answer in blocks.

Run `python -m tests.bench.asking`. A briefing of 10,000 items is open. First a question is asked
before anything has been indexed, and each batch of background work is timed: a key that comes
meanwhile waits for one batch at most. Then some questions are asked letter by letter. The screen
is not part of it. For comparison, `grep -ric` of the whole question over the same text is timed in
the same run, its start included.
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
from tests.reading import sessions
from tui.load import load_document
from tui.reading import questions
from tui.reading.asking import Asking
from tui.reading.questions import IndexingState
from tui.reading.session import ReadingSession
from tui.search.find import text_of

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
        session = sessions.session(load_document(file))
        gc.freeze()  # as the program does after the first frame
        first = timed(lambda: ask(session))
        letters = [timed(partial(type_question, session, "china"[:upto])) for upto in range(1, 6)]
        parts = prepare(session)
        card = timed(lambda: show(asking(session)))
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
    """Begin a question and make what is shown of it."""
    questions.ask(session)
    show(asking(session))


def asking(session: ReadingSession) -> Asking:
    """Return the question."""
    if session.asking is None:
        raise AssertionError("nothing is asked")
    return session.asking


def show(asked: Asking) -> None:
    """Make all blocks of the answers."""
    for block in asked.listing.blocks:
        text_of(block)


def type_question(session: ReadingSession, question: str) -> None:
    """Take a question and make its answers."""
    asking(session).ask(question)
    show(asking(session))


def prepare(session: ReadingSession) -> list[float]:
    """Do all background work; return the seconds that each batch takes."""
    parts: list[float] = []
    left = IndexingState.MORE
    while left is IndexingState.MORE:
        begun = time.perf_counter()
        left = questions.work(session)
        parts.append(time.perf_counter() - begun)
    return parts


def medians(session: ReadingSession, question: str, upto: int) -> float:
    """Seconds from the last of some letters to the answer, the median of some runs."""
    taken = []
    for _ in range(RUNS):
        ask(session)
        type_question(session, question[: upto - 1])
        taken.append(timed(partial(type_question, session, question[:upto])))
    return statistics.median(taken)


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
