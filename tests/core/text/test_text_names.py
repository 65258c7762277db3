"""One name in Persian, Tajik and Latin letters is found to be one, and another name is not."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given

from getnewsfast.text.names import name_key, name_keys, same_name
from tests.core.text.text_samples import any_text


@pytest.mark.parametrize(
    "spellings",
    [
        ("آشتیانی", "Оштиёнӣ", "Ashtiani", "Aschtiani"),
        ("رحمان", "رحمن", "Раҳмон", "Rahmon", "Rahman"),
        ("قالیباف", "Қолибоф", "Ghalibaf", "Qalibaf"),
        ("روحانی", "Рӯҳонӣ", "Rouhani", "Rohani", "Ruhani"),
        ("پزشکیان", "Пизишкиён", "Pezeshkian", "Peseschkian"),
        ("شریف", "Шариф", "Sharif", "Charif", "Scharif"),
        ("جواد", "Ҷавод", "Javad", "Jawad", "Djavad", "Dschawad"),
        ("علی‌رضا", "علیرضا", "علي رضا", "Алиризо", "Ali-Reza", "Alireza"),
        ("عبدالرحمان", "Абдурраҳмон", "Abdolrahman", "Abdul Rahman", "Abdurrahman"),
        ("شمس‌الدین", "Шамсиддин", "Shamsoddin", "Shams al-Din", "Shamsuddin"),
        ("نصرالله", "Насрулло", "Nasrollah", "Nasrallah"),
        ("موسی", "Мӯсо", "Musa", "Mūsā"),
        ("بندرعباس", "Бандари Аббос", "Bandar-e Abbas"),
        ("محسن", "Муҳсин", "Mohsen", "Muhsin"),
    ],
)
def test_all_spellings_are_one_name(spellings: tuple[str, ...]) -> None:
    for one, other in combinations(spellings, 2):
        assert same_name(one, other), (one, other)
        assert set(name_keys(one)) & set(name_keys(other)), (one, other)


def test_the_readings_of_a_latin_name_may_be_several() -> None:
    assert same_name("خامنه‌ای", "Khamenei")
    assert same_name("خامنه‌ای", "Chamenei")
    assert len(name_keys("Chamenei")) == 3
    assert same_name("ناصر", "Nasir")
    assert same_name("نصیر", "Nasir")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("حسن", "Hossein"),
        ("حسن", "Ҳусайн"),
        ("کریم", "Karam"),
        ("کرم", "Karim"),
        ("محمد", "Mahmoud"),
        ("احمد", "Hamed"),
        ("سلام", "Islam"),
        ("صدیق", "Sadegh"),
        ("جمیله", "Jamil"),
        ("غریب", "Қариб"),
        ("علوی", "Ali"),
        ("تهران", "Tabriz"),
        ("۱۲", "…"),
    ],
)
def test_names_alike_in_shape_are_told_apart(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("آشتیانی", "aštni"),
        ("Оштиёнӣ", "aštni"),
        ("کریم", "krm"),
        ("کرم", "krm"),
        ("غنی", "qni"),
        ("", ""),
        ("۱۲ …", ""),
    ],
)
def test_a_key_has_the_consonants(name: str, key: str) -> None:
    assert name_key(name) == key


@given(any_text)
def test_every_text_is_the_same_name_as_itself(text: str) -> None:
    assert same_name(text, text)
    assert name_key(text) in name_keys(text)
