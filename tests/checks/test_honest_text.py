"""Honest briefings on which no rule may report anything."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.checks.registry import RULES
from tui.diagnostics import Severity
from tui.load import load_text

ENGLISH = """\
Port strike ends after 11 days

ROTTERDAM – Dockworkers at Europe’s largest port went back to work on Tuesday, 14 March 2023, after
their union accepted a pay rise of 5.5 per cent. “We did not get everything, but we got enough,”
said Anna de Wit, who led the talks for the union FNV Havens. Employers had offered 4 per cent.

The strike cost shippers an estimated 25 million euros a day, according to the port authority. If
talks on pensions fail, de Wit said, “the cranes will stop again”. The employers’ federation did
not answer questions. “We may be back in May,” said de Wit.

Some 40 ships were still waiting at anchor on Wednesday; the port’s spokesman, who asked not to be
named, expects the queue to last until the end of the month. A 48" pipeline, which he called “the
lifeline”, was not affected. Critics say the deal is only a truce. It has been a hard month.
"""

GERMAN = """\
Berlin (dpa) – Der Streik ist vorbei. Verkehrsministerin Petra Vogt (parteilos) sagte am 15. März
2023: „Die Lieferketten haben gehalten.“ Ob die Einigung trägt, ließ sie offen. Der Verband der
Spediteure sprach von einem »teuren Frieden«. Im Dezember 2022 hatte er vor Engpässen gewarnt.
"""

KOREAN = """\
로테르담 항만 파업이 11일 만에 끝났다.
해양수산부는 2023년 3월 15일 “국내 수출 차질은 크지 않다”고 밝혔다.
정부는 유럽항로 선박의 대기 시간이 3월 말까지 이어질 것으로 보고 있다.
"""

BRIEFING = """\
format: briefing/1
id: port-strike-2023
title: The Rotterdam strike and what follows from it
lang: en-GB
status: final
marking: TLP:GREEN
issued: 2023-03-20
information_cutoff: 2023-03-16
bottom_line:
  text: The Rotterdam strike is over, at a price; pensions are open, and the queue is not gone.
  judgments: [j1]
source_summary: Three news reports; one quotes the union's leader and one a German minister.
key_judgments:
  - id: j1
    text: >-
      A second strike is unlikely before the summer, whatever is meant by “may be back in May”; a
      rise of more than 6 per cent would end all talk of it.
    likelihood: unlikely
    confidence: moderate
    basis: Both sides have just paid for peace; but de Wit's cranes “will stop again”.
    supported_by: [c-rise, e-end]
    contradicted_by: [r-threat]
    indicators: [Talks on pensions are broken off.]
actors:
  - {id: de-wit, name: Anna de Wit, kind: person, of: fnv, role: leader of the union's talks}
  - id: fnv
    name: FNV Havens
    kind: organization
    also: [the union]
  - {id: vogt, name: Petra Vogt, kind: person, role: Verkehrsministerin, of: germany}
  - {id: germany, name: Germany, kind: state, iso3166: DEU, also: [Deutschland, 독일]}
  - {id: ministry, name: 해양수산부, kind: organization, also: [Ministry of Oceans and Fisheries]}
  - {id: employers, name: The employers' federation, kind: organization}
panes:
  - role: background
    sections:
      - heading: How the strike ended, and whether it did
        claims:
          - id: c-rise
            text: The union took 5.5 per cent, more than the 4 that employers' side first offered.
            cites: [x-rise, x-offer]
          - text: A spokesman called the 48" pipeline a “lifeline”; the marks are the report's.
            cites: [x-pipeline]
          - text: The minister's and the drivers' views differ; hauliers call it a „teuren Frieden“.
            cites: [x-spediteure]
          - id: c-critics
            text: For unnamed critics it is no more than a pause.
            cites: [x-critics]
    timeline:
      - id: e-warning
        title: German hauliers warn of shortages
        when: {stated: Im Dezember 2022, date: 2022-12}
        status: occurred
        cites: [x-warnung]
      - id: e-end
        title: Work is taken up again
        when: {stated: "Tuesday, 14 March 2023", date: 2023-03-14}
        place: Rotterdam
        status: occurred
        cites: [x-rise]
      - id: e-queue
        title: The queue is gone
        when:
          stated: until the end of the month
          date: 2023-03-31
          inferred: [year, month, day]
          basis: The report is of mid-March 2023; “the end of the month” is then its last day.
        status: pending
        cites: [x-queue]
  - role: reactions
    title: Who said what
    reactions:
      - id: r-threat
        actor: de-wit
        on_behalf_of: fnv
        form: official-statement
        about: e-end
        stance: hostile
        text: If pension talks fail, “the cranes will stop again”.
        when: {undated: true}
        cites: [x-cranes, x-back]
      - id: r-silence
        actor: employers
        form: no-statement
        about: [e-end]
        text: The federation gave no answer.
        cites: [x-silence]
      - id: r-vogt
        actor: vogt
        form: official-statement
        about: e-end
        text: The chains held, says Vogt. “Die Lieferketten haben gehalten”, in her words.
        when: {stated: 15. März 2023, date: 2023-03-15}
        cites: [x-lieferketten]
      - id: r-ministry
        actor: ministry
        form: official-statement
        about: background
        text: Seoul expects little damage to exports; in its words “국내 수출 차질은 크지 않다”.
        when: {stated: 2023년 3월 15일, date: 2023-03-15}
        cites: [x-korea]
  - role: actors
sources:
  - id: daily
    file: daily.txt
    short: a Dutch daily
    lang: en
    descriptor: A newspaper of Rotterdam, close to the port; it names most of its voices.
    reliability: B
    basis: Its reports on the port have mostly been borne out.
  - {id: dpa, file: dpa.txt, short: the German agency, lang: de, descriptor: A news agency.}
  - {id: korea, file: korea.txt, short: a Korean agency, lang: ko, descriptor: A news agency.}
excerpts:
  - id: x-rise
    source: daily
    voice: narrator
    exact: Dockworkers at Europe’s largest port went back to work on Tuesday, 14 March 2023
  - {id: x-offer, source: daily, voice: narrator, exact: Employers had offered 4 per cent.}
  - id: x-cranes
    source: daily
    voice: direct
    chain: [{agent: de-wit, cue: de Wit said}]
    exact: |-
      If
      talks on pensions fail, de Wit said, “the cranes will stop again”.
  - id: x-back
    source: daily
    voice: direct
    chain: [{agent: de-wit, cue: said de Wit}]
    exact: “We may be back in May,”
  - id: x-silence
    source: daily
    voice: narrator
    exact: |-
      The employers’ federation did
      not answer questions.
  - id: x-queue
    source: daily
    voice: indirect
    chain: [{unnamed: true, cue: expects}]
    exact: expects the queue to last until the end of the month
  - id: x-pipeline
    source: daily
    voice: mixed
    chain: [{unnamed: true, cue: which he called}]
    exact: |-
      A 48" pipeline, which he called “the
      lifeline”, was not affected.
  - id: x-critics
    source: daily
    voice: indirect
    chain: [{unnamed: true, cue: Critics say}]
    exact: the deal is only a truce
  - id: x-lieferketten
    source: dpa
    voice: direct
    chain: [{agent: vogt, cue: Petra Vogt}]
    exact: „Die Lieferketten haben gehalten.“
  - id: x-spediteure
    source: dpa
    voice: mixed
    chain: [{unnamed: true, cue: sprach von}]
    exact: »teuren Frieden«
  - id: x-warnung
    source: dpa
    voice: narrator
    exact: Im Dezember 2022 hatte er vor Engpässen gewarnt.
  - id: x-korea
    source: korea
    voice: direct
    chain: [{agent: ministry, cue: 해양수산부는}]
    exact: 해양수산부는 2023년 3월 15일 “국내 수출 차질은 크지 않다”
coverage:
  daily:
    skipped:
      - {exact: Port strike ends after 11 days, reason: The headline; the report says as much.}
      - exact: |-
          “We did not get everything, but we got enough,”
          said Anna de Wit, who led the talks for the union FNV Havens.
        reason: Her verdict on the past; we look at what comes.
      - exact: |-
          The strike cost shippers an estimated 25 million euros a day
        reason: The cost is no part of the question.
      - {exact: It has been a hard month., reason: A turn of the writer's own.}
  dpa:
    skipped:
      - {exact: Berlin (dpa) – Der Streik ist vorbei., reason: Said by the daily at length.}
      - exact: "Ob die Einigung trägt, ließ sie offen."
        reason: What she left open is the subject of the whole.
  korea:
    skipped:
      - {exact: 로테르담 항만 파업이 11일 만에 끝났다., reason: Said by the daily at length.}
      - exact: 정부는 유럽항로 선박의 대기 시간이 3월 말까지 이어질 것으로 보고 있다.
        reason: The queue is told of from nearer by.
notes:
  - {on: x-pipeline, text: We would say “main line”; the report does not., marking: "TLP:AMBER"}
"""


@pytest.fixture(name="folder")
def folder_fixture(tmp_path: Path) -> Path:
    for name, text in (("daily", ENGLISH), ("dpa", GERMAN), ("korea", KOREAN)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def test_a_briefing_on_three_reports_in_three_languages_is_clean(folder: Path) -> None:
    problems = load_text(BRIEFING.encode(), "honest.yaml", folder=folder).problems
    assert [each for each in problems if each.severity is not Severity.INFORMATION] == []


LINES = BRIEFING.split("\n")
PIECES = st.sampled_from(
    [
        *(
            "",
            "“",
            "”",
            '"',
            "'",
            "‘",
            "…",
            "[...]",
            "{",
            "}",
            "- ",
            ": ",
            "\\",
            "\u202e",
            "한국",
            "\0",
        ),
        *("fnv", "x-rise", "x-cranes", "[]", "2023", "../..", "2023-02-30", "If ", "Critics say "),
    ]
)


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 90), PIECES), max_size=6))
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_a_damaged_briefing_raises_no_exception(
    folder: Path, changes: list[tuple[int, int, str]]
) -> None:
    lines = list(LINES)
    for number, at, piece in changes:
        line = lines[number]
        lines[number] = f"{line[:at]}{piece}{line[at + 3 :]}" if piece else ""
    document = load_text("\n".join(lines).encode(), "broken.yaml", folder=folder)
    for problem in document.problems:
        assert problem.message
        assert problem.code in RULES
