"""The documents themselves: twins, links, paths, words, decisions, what must not stand there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest

from tests.house.tree import (
    DOCS,
    PACKAGE,
    PERSIAN,
    ROOT,
    find_headings,
    list_documents,
    list_files,
    name_of,
    read,
    read_rows,
    without_code_blocks,
)

LINK: Final = re.compile(r"\]\(([^()\s]+)\)")
NAMED_PATH: Final = re.compile(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:py|md|toml|css|html|tsv))`")
# Words whose other meanings have misled people before.
TRAPS: Final = {
    *("source", "feed", "entry", "snapshot", "fetch", "article", "duplicate", "story", "cluster"),
    *("section", "tag", "suggestion", "verdict", "approve", "hold", "reject", "embargo"),
    *("schedule", "publish", "unpublish", "refile", "correction", "withdraw", "channel"),
    *("transport", "message", "delivery", "retract", "rule", "desk", "headline", "kicker"),
    *("lead", "byline", "credit", "outbox", "step", "stage", "flow"),
}
# Names that stand for many folders, or for what a run makes.
MANY: Final = {"core/", "parts/", "static/", "media/", "postgres/", "dist/", ".venv/"}


def test_the_two_readmes_have_the_same_headings_in_the_same_order() -> None:
    english = find_headings(read(ROOT / "README.md"))
    persian = find_headings(read(ROOT / "README.fa.md"))
    assert [level for level, _heading in persian] == [level for level, _heading in english]
    assert [heading for _level, heading in persian if not PERSIAN.search(heading)] == [
        english[0][1]
    ], "Every heading but the name is in Persian."


def test_the_two_readmes_have_the_same_commands_pictures_and_links() -> None:
    twins = [read(ROOT / "README.md"), read(ROOT / "README.fa.md")]
    blocks = [re.findall(r"^```.*?^```$", twin, re.DOTALL | re.MULTILINE) for twin in twins]
    assert blocks[0] == blocks[1]
    links = [[link for link in LINK.findall(twin) if "README" not in link] for twin in twins]
    assert links[0] == links[1]


def test_the_persian_readme_has_its_letters_and_half_spaces() -> None:
    text = without_code_blocks(read(ROOT / "README.fa.md")).replace("كتابهاي", "")
    assert re.findall("[يكة]", text) == []
    assert re.findall(r"(?<![\w\u200c])ن?می [\u0622-\u06cc]+", text) == []
    assert re.findall(r"[\u0622-\u06cc]+ (?:ها|های|هایی|تر|ترین)(?!\w)", text) == []


@pytest.mark.parametrize("file", list_documents(), ids=name_of)
def test_every_relative_link_leads_to_a_file(file: Path) -> None:
    broken = []
    for link in LINK.findall(without_code_blocks(read(file))):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        place, _hash, anchor = link.partition("#")
        target = (file.parent / place).resolve() if place else file
        if not target.exists() or (anchor and anchor not in find_anchors(target)):
            broken.append(link)
    assert broken == []


def find_anchors(file: Path) -> set[str]:
    """The anchors that a host of repositories makes of a page's headings."""
    headings = [heading.lower() for _level, heading in find_headings(read(file))]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("name", ["ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"])
def test_every_path_that_is_named_is_there(name: str) -> None:
    known = {name_of(file) for file in list_files()}
    places = [*known, *(str(Path(path).parent) + "/" for path in known)]
    missing = []
    for path in NAMED_PATH.findall(read(ROOT / name)):
        ends = (path, f"getnewsfast/{path}")
        is_there = any(place == end or place.startswith(end) for place in places for end in ends)
        is_name = "/" not in path and any(place.endswith(f"/{path}") for place in known)
        is_folder = path.endswith("/") and (ROOT / path).is_dir()
        if not (is_there or is_name or is_folder or path.startswith("/") or path in MANY):
            missing.append(path)
    assert missing == []


def test_the_glossary_has_every_word_with_its_persian_term() -> None:
    rows = read_rows(read(DOCS / "glossary.md"))
    terms = {word: row[1] for row in rows for word in re.findall(r"\*\*([^*]+)\*\*", row[0])}
    assert TRAPS - terms.keys() == set()
    assert [word for word, persian in terms.items() if not PERSIAN.search(persian)] == []


def test_no_word_stands_twice_in_the_glossary() -> None:
    rows = read_rows(read(DOCS / "glossary.md"))
    words = [word for row in rows for word in re.findall(r"\*\*([^*]+)\*\*", row[0])]
    assert sorted(words) == sorted(set(words))


def list_decisions() -> list[Path]:
    return sorted(file for file in (DOCS / "decisions").glob("*.md") if file.name != "README.md")


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    numbers = [file.name[:4] for file in list_decisions()]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    listed = LINK.findall(read(DOCS / "decisions" / "README.md"))
    assert listed == [file.name for file in list_decisions()]


@pytest.mark.parametrize("file", list_decisions(), ids=lambda file: file.stem)
def test_a_decision_has_status_date_context_decision_and_consequences(file: Path) -> None:
    text = read(file)
    assert text.startswith(f"# {file.name[:4]} ")
    assert re.search(r"^- Status: (accepted|superseded by \d{4})$", text, re.MULTILINE)
    assert re.search(r"^- Date: \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    headings = [heading for level, heading in find_headings(text) if level == 2]
    assert headings == ["Context", "Decision", "Consequences"]


def test_every_decision_that_is_cited_is_there() -> None:
    there = {file.name[:4] for file in list_decisions()}
    cited = {
        number
        for file in list_text_files()
        for number in re.findall(r"\b[Dd]ecision (\d{4})\b", read(file))
    }
    assert cited <= there


def test_the_changelog_tells_the_version_of_the_project() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    headings = [
        heading for level, heading in find_headings(read(ROOT / "CHANGELOG.md")) if level == 2
    ]
    assert headings[0] == "[Unreleased]"
    assert headings[1].startswith(f"[{project['version']}] - ")


# ── What stands nowhere ──────────────────────────────────────────────────────────────────────────
def list_text_files() -> list[Path]:
    kinds = {
        ".py",
        ".md",
        ".toml",
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".json",
        ".txt",
        ".po",
        ".tsv",
        "",
    }
    return [file for file in list_files() if file.suffix in kinds and file.name != "LICENSE"]


def test_no_machine_of_ours_is_named() -> None:
    places = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
    faults = [
        f"{name_of(file)}: {found.group()}"
        for file in list_text_files()
        if file != Path(__file__) and (found := places.search(read(file)))
    ]
    assert faults == []


def test_no_issue_is_cited_by_its_number() -> None:
    """A reader of the repository does not have the tracker: decisions say what was decided."""
    number = re.compile(r"(?:(?<=[\s(])#\d{1,5}(?=[\s).,;:]|$))|/(?:issues|pull)/\d+", re.MULTILINE)
    faults = [
        f"{name_of(file)}: {found.group()}"
        for file in list_text_files()
        if file.suffix in {".py", ".md", ".toml", ""} and (found := number.search(read(file)))
    ]
    assert faults == []


def test_the_licence_is_the_same_everywhere() -> None:
    project = tomllib.loads(read(ROOT / "pyproject.toml"))["project"]
    assert project["license"] == "AGPL-3.0-or-later"
    assert "GNU AFFERO GENERAL PUBLIC LICENSE" in read(ROOT / "LICENSE")
    for name in ("README.md", "README.fa.md", "docs/decisions/0008-licence-agpl.md"):
        assert "AGPL-3.0-or-later" in read(ROOT / name)


def test_no_registry_of_packages_is_named() -> None:
    """A closed network has its own; the tools are told by their configuration, not by ours."""
    hosts = re.compile(r"\b(?:pypi\.org|pythonhosted\.org|npmjs\.(?:com|org)|registry\.[a-z]+\.)")
    files = [file for file in list_text_files() if file != Path(__file__)]
    assert [name_of(file) for file in files if hosts.search(read(file))] == []


def test_documents_show_no_foreign_picture() -> None:
    pictures = re.compile(r"!\[[^\]]*\]\(https?:")
    assert [name_of(file) for file in list_documents() if pictures.search(read(file))] == []


def test_every_stage_of_the_package_stands_in_the_readme_picture() -> None:
    picture = re.findall(r"^```\n(.*?)^```$", read(ROOT / "README.md"), re.DOTALL | re.MULTILINE)[0]
    folders = [file.parent.name for file in PACKAGE.glob("*/__init__.py")]
    assert [folder for folder in folders if folder not in picture] == []
