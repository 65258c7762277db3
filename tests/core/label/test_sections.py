"""Which of a source's names tells our section."""

import pytest

from getnewsfast.label.core.sections import SectionChoice, choose_section, split_path
from getnewsfast.text.normalise import key

SPORTS, WORLD = 1, 2


def fold(names: dict[str, int | None]) -> dict[str, int | None]:
    return {key(name): section for name, section in names.items()}


@pytest.mark.parametrize(
    ("name", "steps"),
    [
        ("ورزشی", ("ورزشی",)),
        ("ورزشی > فوتبال", ("فوتبال", "ورزشی")),
        ("ورزشی»فوتبال » لیگ برتر", ("لیگ برتر", "فوتبال", "ورزشی")),
        ("ورزشی/فوتبال", ("فوتبال", "ورزشی")),
        (" > ", ()),
    ],
)
def test_a_path_is_read_from_its_narrowest_step(name: str, steps: tuple[str, ...]) -> None:
    assert split_path(name) == steps


def test_the_first_name_with_a_section_decides() -> None:
    common = fold({"ورزش": SPORTS, "جهان": WORLD})
    assert choose_section(["جهان", "ورزش"], own={}, common=common).section_id == WORLD


def test_a_sources_own_map_stands_before_everyones() -> None:
    own, common = fold({"خارجی": SPORTS}), fold({"خارجی": WORLD})
    assert choose_section(["خارجی"], own=own, common=common).section_id == SPORTS
    assert choose_section(["خارجی"], own=fold({"خارجی": None}), common=common).section_id == WORLD


@pytest.mark.parametrize("name", ["بین‌الملل", "بین الملل", "بينالملل"])
def test_letters_and_half_spaces_do_not_matter(name: str) -> None:
    assert choose_section([name], own={}, common=fold({"بین‌الملل": WORLD})).section_id == WORLD


def test_a_wider_step_is_taken_where_the_narrow_one_is_unknown() -> None:
    choice = choose_section(["ورزشی > کشتی"], own={}, common=fold({"ورزشی": SPORTS}))
    assert choice == SectionChoice(SPORTS, ("کشتی",))


def test_nothing_is_guessed_and_what_waits_for_an_editor_is_reported() -> None:
    waiting = fold({"گزارش": None})
    for own in ({}, waiting):
        choice = choose_section(["گزارش", "…"], own=own, common=fold({"ورزش": SPORTS}))
        assert choice == SectionChoice(None, ("گزارش",))


def test_a_name_that_means_no_section_for_anyone_is_not_reported() -> None:
    choice = choose_section(["آخرین اخبار"], own={}, common=fold({"آخرین اخبار": None}))
    assert choice == SectionChoice(None, ())
