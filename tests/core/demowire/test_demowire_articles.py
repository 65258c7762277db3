"""The articles that ship: complete, well written, and what they claim to be."""

import re
from collections import defaultdict

import pytest

from getnewsfast.terminal.demowire.agencies import AGENCIES
from getnewsfast.terminal.demowire.disguise import DISGUISES, disguise
from getnewsfast.terminal.demowire.drawings import MOTIFS
from getnewsfast.terminal.demowire.manuscripts import (
    BlockKind,
    load_manuscripts,
    read_blocks,
    read_manuscript,
)
from getnewsfast.text.normalise import key

MANUSCRIPTS = load_manuscripts()
BY_KEY = {manuscript.key: manuscript for manuscript in MANUSCRIPTS}
REPRINTS = [m for m in MANUSCRIPTS if m.reprint]
EXACT = [m for m in REPRINTS if m.reprint.blocks is None]
NEAR = [m for m in REPRINTS if m.reprint.blocks is not None]


def _folded(text):
    """Half-spaces, spaces and marks apart, the same words are the same text."""
    return re.sub(r"\s", "", key(text))


def _texts(manuscript):
    yield manuscript.text
    if manuscript.update:
        yield "\n\n".join(block.text for block in manuscript.update.blocks)


def test_there_are_enough_of_every_kind():
    assert len(MANUSCRIPTS) >= 60
    assert sum(m.language == "fa" for m in MANUSCRIPTS) >= 44
    assert {m.language for m in MANUSCRIPTS} == {"fa", "en", "ar", "tg"}
    assert sum(m.picture is not None for m in MANUSCRIPTS) >= 40
    assert len(EXACT) >= 5
    assert len(NEAR) >= 4
    assert sum(m.update is not None for m in MANUSCRIPTS) >= 4
    assert sum(m.withdraw_after is not None for m in MANUSCRIPTS) == 1


def test_every_file_is_in_the_running_order():
    from importlib.resources import files

    root = files("getnewsfast.terminal.demowire") / "articles"
    on_disk = {
        f"{agency.slug}/{file.name.removesuffix('.md')}"
        for agency in AGENCIES
        for file in (root / agency.slug).iterdir()
    }
    assert on_disk == set(BY_KEY)


def test_codes_and_headlines_are_not_repeated():
    assert len({m.code for m in MANUSCRIPTS}) == len(MANUSCRIPTS)
    assert len({(m.agency, m.headline) for m in MANUSCRIPTS}) == len(MANUSCRIPTS)


def test_at_least_four_events_are_told_in_different_words():
    told = defaultdict(list)
    for manuscript in MANUSCRIPTS:
        if manuscript.event and not manuscript.reprint:
            told[manuscript.event].append(manuscript)
    several = {event: ms for event, ms in told.items() if len(ms) > 1}
    assert len(several) >= 4
    for manuscripts in several.values():
        assert len({m.agency for m in manuscripts}) == len(manuscripts)
        paragraphs = [{b.text for b in m.blocks} for m in manuscripts]
        assert not set.intersection(*paragraphs)


@pytest.mark.parametrize("manuscript", MANUSCRIPTS, ids=lambda m: m.key)
def test_an_article_is_complete(manuscript):
    agency = next(a for a in AGENCIES if a.slug == manuscript.agency)
    assert manuscript.section in agency.section_names
    assert manuscript.language in agency.languages
    assert manuscript.headline and manuscript.lead and manuscript.byline and manuscript.tags
    assert manuscript.picture is None or manuscript.picture.motif in MOTIFS
    for text in _texts(manuscript):
        assert 115 <= len(text.split()) <= 350


@pytest.mark.parametrize("manuscript", MANUSCRIPTS, ids=lambda m: m.key)
def test_persian_has_persian_letters_and_half_spaces(manuscript):
    if manuscript.language != "fa" or manuscript.reprint:
        return
    words = " ".join([*_texts(manuscript), manuscript.headline, manuscript.lead])
    assert not re.search("[يكة]", words)
    assert not re.search(r"(?:^|\s)ن?می\s", words)
    assert not re.search(r"\sها(?:ی|یی)?[\s.،؛]", words)
    assert not re.search(r"\s[.،؛:!؟]", words)
    assert not re.search("[0-9٠-٩]", words)


@pytest.mark.parametrize("reprint", EXACT, ids=lambda m: m.key)
def test_an_exact_reprint_differs_in_bytes_only(reprint):
    original = BY_KEY[reprint.reprint.of]
    assert original.agency != reprint.agency
    assert reprint.text != original.text
    assert _folded(reprint.text) == _folded(original.text)


@pytest.mark.parametrize("reprint", NEAR, ids=lambda m: m.key)
def test_a_near_reprint_has_a_lead_in_and_a_cut_end(reprint):
    original = BY_KEY[reprint.reprint.of]
    lead_in, *rest = reprint.blocks
    assert lead_in.text.startswith("به گزارش خبرگزاری")
    kept = original.blocks[: len(rest)]
    assert len(kept) < len(original.blocks)
    assert kept[-1].kind is not BlockKind.HEADING
    for mine, theirs in zip(rest, kept, strict=True):
        assert _folded(mine.text) == _folded(theirs.text)


@pytest.mark.parametrize("reprint", REPRINTS, ids=lambda m: m.key)
def test_a_reprint_comes_after_its_original(reprint):
    order = [m.key for m in MANUSCRIPTS]
    assert order.index(reprint.reprint.of) < order.index(reprint.key)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("arabic_letters", "می‌کند", "مي‌كند"),
        ("latin_digits", "۱۲ تن", "12 تن"),
        ("arabic_digits", "۴۵۶", "٤٥٦"),
        ("diacritics", "موسیقی ملی", "موسیقی ملّی"),
        ("spaces", "کتاب‌ها", "کتاب ها"),
        ("joined", "می‌شود", "میشود"),
    ],
)
def test_a_disguise_changes_only_the_bytes(name, before, after):
    assert disguise(before, [name]) == after
    assert name in DISGUISES


def test_blocks_are_told_apart():
    text = "یک\nدو\n\n## سر\n\n> نقل\n> قول\n\n- الف\n- ب\n"
    assert [(b.kind.value, b.lines) for b in read_blocks(text)] == [
        ("paragraph", ("یک دو",)),
        ("heading", ("سر",)),
        ("quote", ("نقل قول",)),
        ("list", ("الف", "ب")),
    ]


def test_a_file_without_front_matter_is_refused():
    with pytest.raises(ValueError, match="starts with"):
        read_manuscript("x/1-y", "words\n+++\n+++\n")
