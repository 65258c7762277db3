"""When two texts are the same."""

import pytest

from getnewsfast.group.core.fingerprint import TELLING_WORDS, hash_text

LONG = "باغ‌داران دشت می‌گویند امسال انارها زودتر رسیده‌اند و قیمت هر کیلو ۱۲ هزار تومان است. " * 3


def hash_body(body: str, headline: str = "انار رسید") -> str:
    return hash_text(headline=headline, lead="", body=body)


@pytest.mark.parametrize(
    "other",
    [
        LONG.replace("ی", "ي").replace("ک", "ك"),
        LONG.replace("۱۲", "12"),
        LONG.replace("۱۲", "١٢"),
        LONG.replace("\u200c", ""),
        LONG.replace(".", " …").replace(" ", "  "),
        LONG.replace("انار", "انـــار"),
    ],
)
def test_letters_digits_half_spaces_and_punctuation_do_not_matter(other: str) -> None:
    assert other != LONG
    assert hash_body(other) == hash_body(LONG)


def test_a_reprint_under_another_headline_is_the_same_text() -> None:
    assert hash_body(LONG, "فصل انار") == hash_body(LONG, "برداشت انار آغاز شد")


def test_a_short_text_is_told_by_its_headline_too() -> None:
    table = "جدول نتایج هفته"
    assert hash_body(table, "هفته یکم") != hash_body(table, "هفته دوم")
    assert hash_body(table, "هفته یکم") == hash_body(table, "هفته یکم")


def test_one_other_word_is_another_text() -> None:
    assert hash_body(LONG) != hash_body(LONG.replace("تومان", "ریال"))


def test_a_body_tells_from_twenty_five_words_on() -> None:
    words = [f"واژه{number}" for number in range(TELLING_WORDS)]
    assert hash_body(" ".join(words), "الف") == hash_body(" ".join(words), "ب")
    assert hash_body(" ".join(words[1:]), "الف") != hash_body(" ".join(words[1:]), "ب")


@pytest.mark.parametrize("nothing", ["", " \u200c ", "…!؟"])
def test_nothing_to_compare_has_no_fingerprint(nothing: str) -> None:
    assert hash_text(headline=nothing, lead=nothing, body=nothing) == ""
