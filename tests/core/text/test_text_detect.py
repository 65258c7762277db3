"""The language of a text is told, or not told at all."""

from __future__ import annotations

import pytest
from hypothesis import given

from getnewsfast.text.detect import (
    detect,
    detect_language,
    detect_variety,
    direction,
    is_right_to_left,
)
from tests.core.text.text_samples import any_text

ARABIC_KEYS = str.maketrans("یک", "يك")
OURS = {"", "fa", "ar", "ckb", "az", "ps", "ur", "tg", "ru", "en", "tr"}
SENTENCES = [
    ("fa", "باران شبانه راه روستاهای بالادست را بست و دانش‌آموزان در خانه ماندند."),
    ("fa", "شهردار گفت پل تازه تا پایان ماه آماده می‌شود."),
    ("fa", "پیروزی در بازی آخر"),
    ("fa", "نرخ ارز بالا رفت"),
    ("fa", "د افغانستان بانک امروز اعلام کرد که نرخ‌ها را در هفتهٔ آینده تغییر نمی‌دهد."),
    ("fa", "والی بلخ گفت که کار سرک نو تا ماه ثور به پایان می‌رسد."),
    ("ar", "قال رئيس البلدية إن الجسر الجديد سيفتح في نهاية الشهر."),
    ("ar", "ارتفاع أسعار الخبز في المدينة"),
    ("ckb", "سەرۆکی شارەوانی گوتی پردە نوێیەکە تا کۆتایی مانگ ئامادە دەبێت."),
    ("az", "Bələdiyyə sədri dedi ki, yeni körpü ayın sonuna qədər hazır olacaq."),
    ("az", "Bakıda yeni xəstəxana açıldı"),
    ("az", "یئنی کورپو آیین سونونا قدر حاضر اولاجاق و بو یول بیزیم شهرلریمیز اوچون چوخ لازم دیر."),
    ("az", "تبریزین شهرداری اعلام ائلدی کی یوللار باغلیدی"),
    ("ps", "د ښار مشر وویل چې نوی پل به د میاشتې تر پایه چمتو شي."),
    ("ur", "شہر کے میئر نے کہا کہ نیا پل مہینے کے آخر تک تیار ہو جائے گا۔"),
    ("tg", "Раиси шаҳр гуфт, ки пули нав то охири моҳ омода мешавад."),
    ("tg", "Дар ин бора вазир ба хабарнигорон гуфт"),
    ("ru", "Мэр города сказал, что новый мост будет готов до конца месяца."),
    ("en", "The mayor said that the new bridge will be ready by the end of the month."),
    ("en", "Oil prices fall for a third day"),
    ("tr", "Belediye başkanı yeni köprünün ay sonuna kadar hazır olacağını söyledi."),
    ("tr", "Petrol fiyatları üçüncü gün de düştü"),
]
OTHERS = [
    "Der Bürgermeister sagt, die Brücke ist bald fertig.",
    "Le maire a déclaré que le nouveau pont sera prêt à la fin du mois.",
    "El alcalde dijo que el nuevo puente estará listo a fin de mes.",
    "Burmistrz powiedział, że nowy most będzie gotowy do końca miesiąca.",
    "De burgemeester zei dat de nieuwe brug eind deze maand klaar is.",
    "Serokê bajêr got ku pira nû heta dawiya mehê amade dibe.",
    "Shahar hokimi yangi koʻprik oy oxirigacha tayyor boʻlishini aytdi.",
    "Мер міста сказав, що новий міст буде готовий до кінця місяця.",
    "Кметът каза, че новият мост ще бъде готов до края на месеца.",
    "Қала әкімі жаңа көпір айдың соңына дейін дайын болатынын айтты.",
    "شەھەر باشلىقى يېڭى كۆۋرۈك ئاينىڭ ئاخىرىدا تەييار بولىدۇ دېدى.",
    "شھر جي ميئر چيو ته نئين پل مھيني جي آخر تائين تيار ٿي ويندي.",
    "市長は新しい橋について話した",
    "市长说新桥将在月底前完工",
    "시장은 새 다리가 이달 말에 준비될 것이라고 말했다.",
    "ראש העיר אמר שהגשר החדש יהיה מוכן עד סוף החודש.",
    "Ο δήμαρχος είπε ότι η νέα γέφυρα θα είναι έτοιμη.",
    "महापौर ने कहा कि नया पुल महीने के अंत तक तैयार हो जाएगा।",
    "ქალაქის მერმა თქვა, რომ ახალი ხიდი მზად იქნება.",
    "Քաղաքապետն ասաց, որ նոր կամուրջը պատրաստ կլինի։",
]


@pytest.mark.parametrize(("language", "text"), SENTENCES)
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", OTHERS)
def test_another_language_is_not_called_ours(text: str) -> None:
    assert detect_language(text) == ""


@pytest.mark.parametrize(
    "text",
    ["", " \n", "۱۴۰۵/۰۹/۰۳ - 11:30", "…!؟", "👩🏽", "سلام", "BBC", "x", "https://a.example/b"],
)
def test_what_does_not_tell_is_left_open(text: str) -> None:
    assert detect_language(text) == ""


@pytest.mark.parametrize("text", [text for language, text in SENTENCES if language == "fa"])
@pytest.mark.parametrize(
    "spell",
    [
        lambda text: text.translate(ARABIC_KEYS),
        lambda text: text.replace("\u200c", ""),
        lambda text: text.replace("\u200c", " "),
        lambda text: "".join(f"{char}\u0640" if char == "ش" else char for char in text),
        lambda text: text.replace("ر", "رُ"),
    ],
    ids=["arabic-keys", "half-spaces-lost", "half-spaces-spaced", "kashida", "marks"],
)
def test_persian_stays_persian_however_it_is_typed(spell, text: str) -> None:  # type: ignore[no-untyped-def]
    assert detect_language(spell(text)) == "fa"


@pytest.mark.parametrize(
    "text",
    [
        "سه‌رۆکی هه‌رێمی کوردستان له‌گه‌ڵ وه‌زیری ده‌ره‌وه‌ کۆبووه‌وه‌",
        "نرخی نه‌وت به‌رزبووه‌ته‌وه‌ له‌ بازاڕه‌کانی جیهان",
    ],
)
def test_kurdish_is_told_where_heh_and_a_half_space_stand_for_its_vowel(text: str) -> None:
    assert detect_language(text) == "ckb"


def test_capitals_and_dotted_capitals_tell_as_small_letters_do() -> None:
    assert detect_language("İRAN CUMHURBAŞKANI BUGÜN ANKARA'DA AÇIKLAMA YAPTI") == "tr"
    assert detect_language("THE MAYOR SAID THE BRIDGE WILL BE READY") == "en"


def test_a_sentence_without_its_spaces_is_told() -> None:
    assert detect_language("شهردارگفتپلتازهتاپایانماهآمادهمیشودودرخدمتمردمخواهدبود") == "fa"


def test_a_quotation_or_an_address_does_not_hide_the_language() -> None:
    assert detect_language("شهردار در پاسخ گفت «the bridge is ready» و رفت.") == "fa"
    assert (
        detect_language("متن کامل را ببینید: https://english.example/the/news/of/the/day/and/more")
        == "fa"
    )


def test_persian_words_with_foreign_endings_are_azerbaijani() -> None:
    assert detect_language("ایرانین ورزشلری و فوتبال تیملری") == "az"
    assert detect_language("بزرگترین ورزشگاه‌های ایران") == "fa"


@given(any_text)
def test_any_text_has_a_known_answer(text: str) -> None:
    found = detect(text)
    assert detect_language(text) == found.language
    assert found.language in OURS
    assert found.code in OURS | {"mixed"}
    assert 0 <= found.confidence <= 1
    assert bool(found.language) == bool(found.confidence)


@given(any_text)
def test_pieces_are_in_order_and_hold_all_that_is_written(text: str) -> None:
    pieces = detect(text).pieces
    ends = [0, *(piece.end for piece in pieces)]
    gaps = [text[end : piece.start] for end, piece in zip(ends, pieces, strict=False)]
    assert "".join([*gaps, text[ends[-1] :]]).strip() == ""
    assert all(piece.start < piece.end for piece in pieces)


def test_a_text_of_two_languages_is_mixed() -> None:
    text = "شهردار گفت پل تازه آماده می‌شود.\nThe mayor said that the new bridge will be ready."
    found = detect(text)
    assert found.code == "mixed"
    assert found.language == "fa"
    assert [(piece.language, text[piece.start : piece.end][:5]) for piece in found.pieces] == [
        ("fa", "شهردا"),
        ("en", "The m"),
    ]


def test_two_languages_of_one_script_are_mixed() -> None:
    arabic = "قال رئيس البلدية إن الجسر الجديد سيفتح في نهاية الشهر."
    assert detect(f"شهردار گفت پل تازه تا پایان ماه آماده می‌شود. {arabic}").is_mixed


def test_a_short_quotation_mixes_nothing() -> None:
    quoted = "شهردار گفت پل تازه تا پایان ماه آماده می‌شود و افزود «thank you all» و رفت. " * 3
    found = detect(quoted)
    assert (found.code, found.is_mixed) == ("fa", False)


def test_nothing_is_known_of_nothing() -> None:
    found = detect("")
    assert (found.code, found.confidence, found.pieces) == ("", 0.0, ())


@pytest.mark.parametrize(
    "text",
    [
        "ا" * 1_000_000,
        "the " * 500_000,
        "\ud800\udfff" * 1_000,
        "می\u200c" * 100_000,
        "\u202e" * 10_000,
    ],
    ids=["no-space", "long", "surrogates", "half-spaces", "bidi"],
)
def test_odd_and_endless_texts_do_no_harm(text: str) -> None:
    assert detect(text).language in OURS


@pytest.mark.parametrize(
    ("variety", "text"),
    [
        ("prs", "موتر وی در برابر شفاخانه ایستاد"),
        ("prs", "وزارت معارف: محصلان در ماه جنوری به پوهنتون بازمی‌گردند"),
        ("pes", "دانشجویان در بهمن به دانشگاه بازمی‌گردند"),
        ("pes", "استاندار از بیمارستان شهر دیدن کرد"),
        ("", "باران شبانه راه روستاها را بست"),
        ("", "یک موتر در برابر دانشگاه"),
        ("", ""),
    ],
)
def test_kabul_and_tehran_are_told_apart_by_their_own_words(variety: str, text: str) -> None:
    assert detect_variety(text) == variety


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bələdiyyə sədri dedi ki, yeni körpü hazır olacaq.", False),
        ("یئنی کورپو آیین سونونا قدر حاضر اولاجاق", True),
        ("Раиси шаҳр гуфт", False),
        ("", False),
    ],
)
def test_the_script_tells_how_a_text_runs(text: str, expected: bool) -> None:
    assert is_right_to_left(text) is expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fa", "rtl"),
        ("fa-IR", "rtl"),
        ("ar", "rtl"),
        ("ckb", "rtl"),
        ("azb", "rtl"),
        ("az-Arab", "rtl"),
        ("az", "ltr"),
        ("ku-Latn", "ltr"),
        ("tg", "ltr"),
        ("en", "ltr"),
        ("tr", "ltr"),
        ("", "ltr"),
    ],
)
def test_a_language_has_a_direction(language: str, expected: str) -> None:
    assert direction(language) == expected
