"""docs/benchmarks.md, written from whatever each part measured last."""

from collections.abc import Callable, Sequence
from typing import Any

from tests.bench.goals import GOALS, Verdict, judge, tell
from tests.bench.numbers import share
from tests.bench.store import Parts

Data = dict[str, Any]

PAGE = """# Benchmarks

What the atlas costs and how long it makes people wait, beside what they would use instead. This file is written by `make bench` from
`docs/benchmarks.json`, which holds what each part measured last; do not edit it. To measure again:

```sh
make bench                          # every part but the soak
make bench BENCH="--quick"          # a short trial of each, in a few minutes; says nothing about the goals
make bench BENCH="--only load"      # one part (several: --only load,start): {parts}
make bench BENCH="--soak-minutes 20"   # the soak alone
```

## Goals

{goals}

{sections}
"""


def write(parts: Parts) -> str:
    """Return the document."""
    sections = [
        f"## {title}\n\n{_date(parts[name])}\n\n{text}\n\n{tabulate(parts[name]['data'])}"
        for name, (title, text, tabulate) in SECTIONS.items()
        if name in parts
    ]
    return PAGE.format(
        parts=", ".join(name for name in SECTIONS if name != "soak"),
        goals=_goals(parts),
        sections="\n\n".join(sections),
    )


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table of Markdown whose first column is words and the others numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _goals(parts: Parts) -> str:
    verdicts = [judge(goal, parts) for goal in GOALS]
    measured = [one for one in verdicts if one.figure is not None and not one.is_trial]
    rows = [[one.goal.words, _limit(one), _figure(one), one.words] for one in verdicts]
    met = sum(one.is_met for one in measured)
    return (
        f"{met} of {len(measured)} measured goals are met.\n\n{table(['goal', 'limit', 'measured', 'verdict'], rows)}"
    )


def _limit(verdict: Verdict) -> str:
    return f"{'≥' if verdict.goal.at_least else '≤'} {tell(verdict.goal.limit, verdict.goal.unit)}"


def _figure(verdict: Verdict) -> str:
    return "" if verdict.figure is None else tell(verdict.figure, verdict.goal.unit)


def _date(part: Data) -> str:
    of = part["of"]
    versions = ", ".join(f"{name} {one}" for name, one in {**of["libraries"], **of["programs"]}.items())
    trial = "**A short trial, not a measurement.** " if part["quick"] else ""
    return (
        f"{trial}{of['date']}; {of['cores']} cores, {of['system']}, load average {of['load_average']} over the last five minutes, "
        f"this run included; Python {of['python']}, {versions}."
    )


def _peers(data: Data) -> str:
    names = ("atlas", "tutorial", "dash", "limit")
    head = ["", *names, "atlas / tutorial", "atlas / dash"]
    figures = {"wait_p50_ms": "Key press to map, p50, ms", "wait_p95_ms": "Key press to map, p95, ms", "cpu_ms": "Server CPU, ms",
               "received_kb": "Received, KB"}  # fmt: skip
    rows = []
    for views in ("new", "seen"):
        for figure, words in figures.items():
            found = {name: data[name].get(views, data[name])[figure] for name in names}
            rows.append([f"{words}, {views} selection", *(_number(found[name]) for name in names), *_ratios(found)])
    firsts = {
        "first_map_ms": "First map, empty cache, ms",
        "first_answer_ms": "First map that answers, empty cache, ms",
    }
    for figure, words in {**firsts, "memory_mb": "Server memory, MB"}.items():
        found = {name: data[name][figure] for name in names if name != "limit"}
        rows.append([words, *(_number(one) for one in found.values()), "", *_ratios(found)])
    return table(head, rows)


def _ratios(found: dict[str, float]) -> list[str]:
    return [f"{share(found['atlas'], found[peer]):.2f}" for peer in ("tutorial", "dash")]


def _pages(data: Data) -> str:
    head = ["page", "figure", "wait p50, ms", "wait p95, ms", "server CPU, ms", "received, KB"]
    names = ("wait_p50_ms", "wait_p95_ms", "cpu_ms", "received_kb")
    return table(head, [[slug, one["figure"], *(_number(one[name]) for name in names)] for slug, one in data.items()])


def _first_paint(data: Data) -> str:
    head = [
        "page",
        "cold, s",
        "warm, s",
        "cold, slow CPU, s",
        "warm, slow CPU, s",
        "answers cold, s",
        "answers warm, s",
        "cold, MB",
        "cold, requests",
        "warm, MB",
    ]
    rows = []
    for slug, one in data.items():
        line, slow = one["line"], one["line_and_slow_processor"]
        answers = [
            line.get(f"{visit}_answers_ms", line[f"{visit}_ms"]) for visit in ("cold", "warm")
        ]  # measured before there was a sketch
        paints = [line["cold_ms"], line["warm_ms"], slow["cold_ms"], slow["warm_ms"]]
        seconds = [f"{ms / 1e3:.2f}" for ms in (*paints, *answers)]
        rows.append(
            [slug, *seconds, f"{line['cold_mb']:.2f}", f"{line['cold_requests']:.0f}", f"{line['warm_mb']:.3f}"]
        )
    return table(head, rows)


def _start(data: Data) -> str:
    rows = [
        [f"Start to healthy, median of {data['starts']}", tell(data["healthy_s"], "s")],
        ["Start to healthy, the slowest", tell(data["healthy_worst_s"], "s")],
        ["Memory at rest", tell(data["memory_at_rest_mb"], "MB")],
        ["Memory after one visitor", tell(data["memory_after_one_visitor_mb"], "MB")],
    ]
    return table(["", ""], rows)


def _downloads(data: Data) -> str:
    rows = [
        [slug, one["file"], _number(one["kb"]), _number(one["wait_ms"])]
        for slug, files in data.items()
        for one in files
    ]
    return table(["page", "file", "KB", "ms"], rows)


def _exports(data: Data) -> str:
    rows = [
        [name, _number(one["kb"]), _number(one["first_ms"]), _number(one["again_ms"])]
        for name, one in data["files"].items()
    ]
    made = data["snapshot"]
    return (
        f"{table(['file', 'KB', 'first, ms', 'again, ms'], rows)}\n\n"
        f"The snapshot: {tell(made['s'], 's')}, {tell(made['mb'], 'MB')}."
    )


def _load(data: Data) -> str:
    head = ["visitors", "answers a second", "p50, ms", "p95, ms", "errors", "CPU of an interaction, ms", "memory, MB"]
    names = ("interactions_per_s", "p50_ms", "p95_ms", "errors", "cpu_ms", "memory_mb")
    rows = [[str(one["visitors"]), *(_number(one[name]) for name in names)] for one in data["steps"]]
    return f"{table(head, rows)}\n\nEach more visitor: {tell(data['memory_per_visitor_mb'], 'MB')}."


def _soak(data: Data) -> str:
    rows = [
        [str(minute), _number(p50), _number(p95)]
        for minute, (p50, p95) in enumerate(
            zip(data["p50_by_minute_ms"], data["p95_by_minute_ms"], strict=True), start=1
        )
    ]
    memory = data["memory_by_reading_mb"]
    return (
        f"{data['visitors']} visitors for {_number(data['minutes'])} minutes: {data['interactions']} answers, {data['errors']} errors, "
        f"memory from {_number(memory[0])} to {_number(memory[-1])} MB (highest {_number(max(memory))}).\n\n"
        f"{table(['minute', 'p50, ms', 'p95, ms'], rows)}"
    )


def _number(figure: float) -> str:
    return tell(figure, "")


SECTIONS: dict[str, tuple[str, str, Callable[[Data], str]]] = {
    "peers": (
        "A filter change, beside what people would use instead",
        """The page "Prisons and justice", and over the same tables: the page that a Streamlit tutorial teaches (`tests/bench/peers/tutorial.py`:
files read on each run, `px.choropleth`, `st.dataframe`), the same as a Dash app (`tests/bench/peers/dash_app.py`: files read once), and the
limit, the atlas's own map repainted in the browser without any server (`tests/bench/peers/limit.py`). Each has a server of its own, one at a
time, and is driven by keyboard in the same headless Chromium through the same changes of indicator and sub-region.
The wait runs from the key that takes the lit option, with everything at rest, to the first frame whose map differs. Processor time is all
that the server spends from the opening of the list until it is at rest again, and bytes are all that the browser receives meanwhile, counted
on the wire, compressed where the server compresses. The atlas asks for the map of an option while that is lit, so who looks before choosing
has it already; who chooses within a tenth of a second waits as long again as the server takes for it. "New" selections were never asked
for since the server started, "seen" ones were. In the peers' favour: the base map that Plotly asks a CDN for comes at once and is empty,
and the tutorial has the atlas's event loop (uvloop). In the atlas's favour: the tutorial runs with Streamlit's defaults, a full collection
of garbage after each run among them.
Medians, unless a percentile is named.""",
        _peers,
    ),
    "pages": (
        "A change on each page",
        "The same measurements for a filter, an order or a choice of each page that has one. Its views were asked for before.",
        _pages,
    ),
    "first_paint": (
        "The first figure of each page",
        """Through the nginx of `deploy/nginx` and a line of 10 Mbit/s and 40 ms a round trip, WebSocket and the greeting of each connection
included, and in other columns on a quarter of the processor as well. Cold is a new browser, warm the next visit in a new tab. The first paint of a
map is that of the sketch, the whole map of the view in its place; "answers" is when the page's own figure has taken over, which answers to
the hand. Medians of three visits; on the slow processor, one.""",
        _first_paint,
    ),
    "start": ("Start and memory", "One process, from its start to the first answer of `/readyz`.", _start),
    "downloads": ("Downloads", "From the click to the whole file in the browser, made when it is asked for. Medians.", _downloads),
    "exports": (
        "Files that are made",
        """Each form of the rows, pictures, slides and the page of a country, made by the worker process beside the server; the first time, and the
median of more. The very first starts the worker, and the first of a kind loads what it needs.""",
        _exports,
    ),
    "load": (
        "Many visitors on one process",
        """Real WebSocket sessions that speak Streamlit's protocol, on three pages; each changes an indicator or a sub-region every five
seconds, waits for the whole answer, and checks that it is the one asked for. The processes are fresh for each line and have made every
view before, so memory grows by visitors alone. Visitors and server share the machine. Errors are answers that failed, were another's, or
took over 30 seconds.""",
        _load,
    ),
    "load_two": ("Many visitors on two processes behind the proxy", "The same, through the nginx of `deploy/nginx`.", _load),
    "soak": ("Soak", "The same fifty visitors for a long time on one process.", _soak),
}  # fmt: skip
