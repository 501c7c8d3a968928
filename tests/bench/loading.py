"""How fast a large briefing is read, and many excerpts are verified.

Run `python -m tests.bench.loading`. The peer of each is libyaml's events of the same file,
iterated and thrown away, in the same run; each figure is the median of alternating runs.
"""

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tests.bench.usage import parse
from tui.load import load_text

PROSE = (
    "the council agreed that member states will deepen practical cooperation on cyber defence "
    "and resilience while the ministry said nothing about its plans for the coming year"
)
WORDS = PROSE.split()
RUNS = 5
ITEMS = 20_000
EXCERPTS = 2_000


def main() -> None:
    """Measure and print the table."""
    with TemporaryDirectory() as folder:
        source, quoting = many_excerpts()
        Path(folder, "source.txt").write_text(source, "utf-8")
        cases = {
            f"{ITEMS:,} items, no local copies": (many_items(), None),
            f"{EXCERPTS:,} excerpts in 1 MB": (quoting, Path(folder)),
        }
        print(f"{'':32}{'size':>9}{'events':>10}{'loaded':>10}{'ratio':>8}")
        for name, (text, where) in cases.items():
            compare(name, text.encode(), where)


def compare(name: str, data: bytes, folder: Path | None) -> None:
    """Load beside the events alone, and say what was found."""
    events, loads = [], []
    for _ in range(RUNS):
        events.append(timed(lambda: drain(data)))
        loads.append(timed(lambda: load_text(data, name, folder=folder)))
    peer, mine = statistics.median(events), statistics.median(loads)
    sizes = f"{len(data) / 1e6:6.1f} MB{peer * 1e3:7.0f} ms{mine * 1e3:7.0f} ms"
    print(f"{name:32}{sizes}{mine / peer:8.2f}")
    document = load_text(data, name, folder=folder)
    states = {found.state for found in document.verifications.values()}
    print(f"    {len(document.items):,} items, {len(document.problems)} problems, {states or ''}")


def drain(data: bytes) -> None:
    """Iterate the events of a file."""
    for _ in yaml.parse(data, Loader=yaml.CSafeLoader):
        pass


def timed(call: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def many_items() -> str:
    """A briefing of some 10 MB: claims in sections, with times and grades."""
    lines = ["format: briefing/1", "id: large", "title: Large", "panes:"]
    lines += ["  - role: background", "    sections:"]
    for number in range(ITEMS):
        if number % 100 == 0:
            lines += [f"      - heading: Section {number // 100}", "        claims:"]
        lines += [
            f"          - id: c{number}",
            f"            text: {sentence(number, 55)}",
            "            when: {stated: in May, date: 2022-05, inferred: [year], basis: the head}",
            "            credibility: 3",
            f"            basis: {sentence(number + 7, 10)}",
        ]
    return "\n".join(lines) + "\n"


def many_excerpts() -> tuple[str, str]:
    """A source of 1 MB and a briefing that quotes it again and again."""
    sentences = [f"Number {number}: {sentence(number, 80)}." for number in range(EXCERPTS)]
    lines = ["format: briefing/1", "id: quoting", "title: Quoting", "panes:"]
    lines += ["  - role: background", "    sections:", "      - claims:"]
    lines += [
        f"          - {{text: Claim {number} of its own., cites: [x{number}]}}"
        for number in range(EXCERPTS)
    ]
    lines += ["sources:", "  - {id: s, file: source.txt, short: a source}", "excerpts:"]
    for number, quoted in enumerate(sentences):
        lines += [f"  - id: x{number}", "    voice: narrator", "    exact: |-", f"      {quoted}"]
    return "\n\n".join(sentences) + "\n", "\n".join(lines) + "\n"


def sentence(seed: int, length: int) -> str:
    """Some words, others for each seed."""
    return " ".join(WORDS[(seed * 7 + at * 5 + at * at) % len(WORDS)] for at in range(length))


if __name__ == "__main__":
    parse(__doc__)
    main()
