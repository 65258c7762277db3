"""Measure the Persian text engine, beside the libraries that do the same.

Needs the development sentences in ../shared (``--shared`` says where else they are). Each other
library is installed from its lock into an environment of its own under .bench/ on first use.

Examples:
  python -m bench.text                        everything, as JSON
  python -m bench.text --markdown             the tables of the documentation
  python -m bench.text --only half-spaces --quick
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import click

from bench.half_space_score import score_lines
from bench.text_peers.environments import UNTOUCHED, NotMeasured, Peer, install, lock, run
from bench.text_points import measure_forms, measure_languages, measure_speeds

DAMAGES: Final = ("J", "S", "M")
KINDS: Final = (*DAMAGES, "intact")
QUICK_LINES: Final = 300
# An article of usual length, in sentences; the gate weighs the faults of a document.
DOCUMENT_LINES: Final = 20
PEERS: Final = (
    Peer(UNTOUCHED, label="(nothing done)"),
    Peer("getnewsfast", label="Get News Fast, without the gate"),
    Peer("getnewsfast-gated", label="Get News Fast, by documents"),
    Peer("shekar", "shekar"),
    Peer("hazm-normalizer", "hazm-normalizer"),
    Peer("parsivar", "parsivar"),
    Peer("parsivar-statistical", "parsivar", label="parsivar, statistical"),
    Peer("python-negar", "python-negar"),
    Peer("parsikit", "parsikit"),
    Peer("virastar", "virastar", by_node=True),
    Peer("persian-tools", "@persian-tools/persian-tools", by_node=True),
)
Lines = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Row:
    """One mender: F1 of half-spaces by kind of damage, and shares of correct text harmed."""

    name: str
    version: str
    joined_f1: float
    spaced_f1: float
    mixed_f1: float
    broken_words: float
    altered_letters: float
    sentences_per_second: int
    load_ms: float
    peak_mb: float


def read_lines(shared: Path, limit: int | None) -> Lines:
    """The intact sentences and the three damaged sets, line by line the same sentences."""
    folder = shared / "data" / "persian"
    names = {"intact": "dev.txt.gz", **{kind: f"dev.{kind}.txt.gz" for kind in DAMAGES}}
    missing = [name for name in names.values() if not (folder / name).exists()]
    if missing:
        raise click.ClickException(
            f"The development sentences are not in {folder}: {', '.join(missing)}. "
            "They are measuring data that is kept beside the checkout; say --shared FOLDER."
        )
    texts = {
        kind: gzip.decompress((folder / name).read_bytes()).decode() for kind, name in names.items()
    }
    return {kind: text.rstrip("\n").split("\n")[:limit] for kind, text in texts.items()}


def gather(lines: Sequence[str], size: int) -> list[str]:
    """Neighbouring lines as documents of this many."""
    return ["\n".join(lines[at : at + size]) for at in range(0, len(lines), size)]


def measure_peer(peer: Peer, lines: Lines) -> Row:
    """All four sets through one process, scored against the intact sentences."""
    size = DOCUMENT_LINES if peer.name.endswith("-gated") else 1
    documents = {kind: gather(lines[kind], size) for kind in KINDS}
    done = run(install(peer), [text for kind in KINDS for text in documents[kind]])
    texts = iter(done.texts)
    mended = {kind: [next(texts) for _ in documents[kind]] for kind in KINDS}
    tallies = {kind: score_lines(documents["intact"], mended[kind]) for kind in KINDS}
    count = sum(map(len, lines.values()))
    return Row(
        name=peer.shown,
        version=peer.version,
        joined_f1=round(tallies["J"].f1, 4),
        spaced_f1=round(tallies["S"].f1, 4),
        mixed_f1=round(tallies["M"].f1, 4),
        broken_words=round(tallies["intact"].wrong_words, 6),
        altered_letters=round(tallies["intact"].altered, 6),
        sentences_per_second=round(count / done.cpu_seconds),
        load_ms=done.load_ms,
        peak_mb=done.peak_mb,
    )


def measure_half_spaces(lines: Lines, names: Sequence[str]) -> dict[str, Any]:
    """Every mender in turn, one at a time; who could not be measured, with the reason."""
    rows: list[dict[str, Any]] = []
    reasons: dict[str, str] = {}
    for peer in PEERS:
        if names and peer.name not in names:
            continue
        click.echo(f"{peer.shown} …", err=True)
        try:
            rows.append(asdict(measure_peer(peer, lines)))
        except NotMeasured as error:
            reasons[peer.shown] = str(error)
    return {"sentences": len(lines["intact"]), "menders": rows, "not_measured": reasons}


def _show_speed(row: dict[str, Any]) -> str:
    """Nothing done has no speed."""
    return f"{row['sentences_per_second']:,}" if row["version"] else ""


def write_half_spaces(found: dict[str, Any]) -> str:
    """The comparison as a Markdown table."""
    head = (
        "| | version | F1 deleted | F1 spaced | F1 mixed | words broken in correct text "
        "| letters altered | sentences per CPU second | load, ms | memory, MB |\n"
        "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    )
    rows = [
        f"| {row['name']} | {row['version']} | {row['joined_f1']:.3f} | {row['spaced_f1']:.3f} "
        f"| {row['mixed_f1']:.3f} | {row['broken_words']:.3%} | {row['altered_letters']:.3%} "
        f"| {_show_speed(row)} | {row['load_ms']:.0f} | {row['peak_mb']:.0f} |"
        for row in found["menders"]
    ]
    reasons = [f"- Not measured: {name} {why}." for name, why in found["not_measured"].items()]
    return "\n".join([head, *rows, *(["", *reasons] if reasons else [])])


def write_figures(found: dict[str, Any]) -> str:
    """Figures of a part as a Markdown list."""
    return "\n".join(f"- {name}: {figure}" for name, figure in found.items())


def write_markdown(results: dict[str, dict[str, Any]]) -> str:
    parts = []
    for part, found in results.items():
        write = write_half_spaces if "menders" in found else write_figures
        parts.append(f"### {part.capitalize()}\n\n{write(found)}")
    return "\n\n".join(parts)


PARTS: Final = ("half-spaces", "forms", "languages", "speeds")


@click.command(help=__doc__)
@click.option("--only", multiple=True, type=click.Choice(PARTS), help="One part; can be repeated.")
@click.option("--peer", multiple=True, type=click.Choice([peer.name for peer in PEERS]))
@click.option("--quick", is_flag=True, help=f"The first {QUICK_LINES} sentences.")
@click.option("--markdown", is_flag=True, help="Tables instead of JSON.")
@click.option("--lock", "is_lock", is_flag=True, help="Renew the locks of the other libraries.")
@click.option("--shared", default="../shared", type=click.Path(path_type=Path), show_default=True)
def main(
    only: tuple[str, ...],
    peer: tuple[str, ...],
    quick: bool,
    markdown: bool,
    is_lock: bool,
    shared: Path,
) -> None:
    if is_lock:
        for package in sorted({one.package for one in PEERS if one.package and not one.by_node}):
            lock(package)
        return
    lines = read_lines(shared, QUICK_LINES if quick else None)
    measures: dict[str, Callable[[], dict[str, Any]]] = {
        "half-spaces": lambda: measure_half_spaces(lines, peer),
        "forms": lambda: measure_forms(shared),
        "languages": lambda: measure_languages(shared),
        "speeds": lambda: measure_speeds(lines["intact"]),
    }
    results = {part: measure() for part, measure in measures.items() if not only or part in only}
    if markdown:
        click.echo(write_markdown(results))
    else:
        click.echo(json.dumps(results, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
