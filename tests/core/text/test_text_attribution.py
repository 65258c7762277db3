"""Credits, datelines, end marks and buttons: out of the text, into facts; sentences stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from getnewsfast.text.agencies import Closing, Opening, agencies, find_agency, fold
from getnewsfast.text.attribution import Kind, read_attribution, remove_spans, strip_attribution
from tests.core.text.attribution_samples import CONTENT, ENDINGS, FOREIGN, OPENINGS, RAIN


@pytest.mark.parametrize(("clause", "agency", "facts"), OPENINGS)
def test_a_credit_before_a_sentence_goes_and_is_kept_as_facts(
    clause: str, agency: str, facts: dict[str, str]
) -> None:
    kept, told = strip_attribution([f"{clause} {RAIN}"])
    assert kept == (RAIN,)
    assert told.agency == agency
    assert {name: told.facts.get(name) for name in facts} == facts


@pytest.mark.parametrize(("line", "language", "agency", "place", "left"), FOREIGN)
def test_datelines_of_other_languages(
    line: str, language: str, agency: str, place: str, left: str | None
) -> None:
    kept, told = strip_attribution(line.split("\n"), language=language)
    assert (kept, told.agency, told.place) == ((left or "Борон меборад.",), agency, place)


@pytest.mark.parametrize(("ending", "kind", "facts"), ENDINGS)
def test_what_follows_the_last_sentence_goes(
    ending: str, kind: Kind, facts: dict[str, str]
) -> None:
    kept, told = strip_attribution((RAIN + ending).split("\n"))
    assert kept == (RAIN,)
    assert {span.kind for span in told.spans} == {kind}
    assert {name: told.facts.get(name) for name in facts} == facts


@pytest.mark.parametrize("sentence", CONTENT)
def test_a_sentence_that_only_looks_like_it_stays(sentence: str) -> None:
    assert strip_attribution([sentence])[0] == (sentence,)
    assert strip_attribution([RAIN, sentence, RAIN])[0] == (RAIN, sentence, RAIN)


def test_the_tables_cover_forty_agencies() -> None:
    named = {row[1] for row in OPENINGS if row[1]} | {row[2] for row in FOREIGN}
    assert len(named) >= 60
    assert len(OPENINGS) + len(FOREIGN) + len(ENDINGS) + len(CONTENT) >= 120


def test_a_second_source_that_is_no_agency_is_a_fact_and_stays_in_the_text() -> None:
    text = "به گزارش خبرنگار مهر، به نقل از روابط عمومی شهرداری، کار آغاز شد."
    kept, told = strip_attribution([text])
    assert kept == ("به نقل از روابط عمومی شهرداری، کار آغاز شد.",)
    assert (told.agency, told.quoting) == ("mehr", "روابط عمومی شهرداری")


def test_a_clause_without_its_comma_is_a_fact_only() -> None:
    text = "به گزارش خبرگزاری فارس بارش شمال تا فردا ادامه دارد."
    told = read_attribution(text)
    assert (told.agency, told.spans) == ("fars", ())


def test_only_the_sources_own_credit_goes_from_the_second_paragraph() -> None:
    text = [RAIN, f"به گزارش رویترز، {RAIN}", f"به گزارش ایسنا، {RAIN}"]
    assert strip_attribution(text)[0] == tuple(text)
    assert strip_attribution(text, own="isna")[0] == (RAIN, text[1], RAIN)
    told = strip_attribution(text, own="isna")[1]
    assert told.agency == "isna"


def test_the_whole_of_an_agencys_page() -> None:
    text = [
        "ایسنا/مازندران",
        "به گزارش ایسنا، وزیر نیرو از پر شدن سدها خبر داد.",
        "او گفت: به گزارش ایرنا، این بی‌سابقه است.",
        "انتهای پیام/ ۱۲۳۴",
        "کد خبر: ۱۴۰۵۰۹۰۳۰۰۱",
        "ارسال به دوستان",
        "نظرات",
    ]
    kept, told = strip_attribution(text)
    assert kept == ("وزیر نیرو از پر شدن سدها خبر داد.", text[2])
    assert told.facts == {
        "agency": "isna",
        "agency_name": "ایسنا",
        "place": "مازندران",
        "reporter_code": "1234",
        "news_code": "14050903001",
    }
    assert [span.kind for span in told.spans] == [
        *(Kind.DATELINE, Kind.CREDIT, Kind.END_MARK, Kind.CODE, Kind.BOILERPLATE),
        Kind.BOILERPLATE,
    ]


PARTS = [clause for clause, *_rest in OPENINGS] + [end for end, *_rest in ENDINGS]
LINES = st.lists(st.sampled_from([*PARTS, *CONTENT, RAIN, "، ", "\n", " ", "/", "(", "۱۲"]))


@given(LINES.map(" ".join) | st.text())
def test_doing_it_twice_changes_nothing_and_no_letter_is_invented(text: str) -> None:
    paragraphs = text.split("\n")
    kept, told = strip_attribution(paragraphs)
    assert strip_attribution(kept)[0] == kept
    edges = [edge for span in told.spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    left = remove_spans(text, told.spans)
    assert "".join("".join(kept).split()) == "".join(left.split())


@given(st.text())
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_every_line_of_the_table_is_sound() -> None:
    keys = [agency.key for agency in agencies()]
    assert len(keys) == len(set(keys)) >= 40
    for agency in agencies():
        assert agency.openings <= set(Opening) and agency.closings <= set(Closing)
        assert agency.openings and agency.checked.year >= 2026
        assert agency.seen in {"page", "feed", "site", "memory"}
        for alias in agency.aliases:
            assert find_agency(alias.name) == agency, f"{alias.name} names two agencies"


def test_a_name_is_found_in_any_spelling() -> None:
    for name in ("ایسنا", "خبرگزاری ايسنا", "ISNA", "خبرگزاری دانشجویان ایران"):
        found = find_agency(name)
        assert found is not None and found.key == "isna"
    assert find_agency("سازمان ملل") is None and find_agency("") is None
