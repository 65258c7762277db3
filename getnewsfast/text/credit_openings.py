"""How a report opens with its credit: «به گزارش ایسنا،», «تهران- ایرنا-», «KABUL (Pajhwok):»."""

from __future__ import annotations

import re
from typing import Final

from getnewsfast.text.agencies import Opening, find_agency, name_pattern
from getnewsfast.text.credits import Finding, Kind
from getnewsfast.text.dateline_places import BODY_WORDS, PLACE_WORDS, is_place

LONGEST_OPENING: Final = 240
_LETTER_SCRIPT: Final = re.compile(r"[a-zа-яёғӣқӯҳҷ]")
_NAME: Final = name_pattern()
_WORD: Final = r"[^\s،,:؛;.«»()/\[\]|]+"
_DASH: Final = r"(?:--|[-–—])"
_ROLE: Final = r"(?:خبرنگار(?:ان)?|گزارشگر|گروه|سرویس|حوزه|بخش|دفتر|تحریریه|واحد|میز|نماینده|خبر)"
# The second source's «از» stands directly after the agency: «به گزارش ایرنا از وزارت نیرو،».
_REPORTED: Final = (
    r"(?:به|بنا ?به|بنا ?بر|بر ?اساس|طبق)\s+گزارش\s+"
    rf"(?:(?P<role>{_ROLE})\s+(?:{_WORD}\s+){{0,8}}?)?"
    rf"(?:(?P<agency>{_NAME})(?:\s*\({_NAME}\))?|"
    r"(?P<ours>(?:ما|این (?:رسانه|خبرگزاری|روزنامه))(?!\w)))"
)
_REPORT: Final = re.compile(
    _REPORTED + r"(?:(?P<early>\s*[،,])?\s+(?P<joint>از|در|به|استان|منطقه|شهرستان|مرکز)\s+"
    rf"(?P<area>(?!نقل\s){_WORD}(?:\s+(?!به\s+نقل|و\s+به\s){_WORD}){{0,8}}?))?"
    r"(?:(?P<late>\s*[،,])?\s+(?:و\s+)?(?P<how>به ?نقل\s+از|نقل\s+از|از)\s+"
    r"(?P<second>[^،,:؛.\n]{2,90}?))?"
    rf"\s*(?P<stop>[،,:؛]|\s{_DASH}\s|$)\s*"
)
# Without a mark after it, nobody can tell where the clause ends: the agency is a fact only.
_UNMARKED: Final = re.compile(_REPORTED)
_QUOTED: Final = re.compile(
    rf"(?:به ?نقل\s+از|بازنشر\s+از)\s+(?P<agency>{_NAME})\s*(?P<stop>[،,:؛]|$)\s*"
)
_WROTE: Final = re.compile(rf"(?P<agency>{_NAME})\s+(?:نوشت|گزارش داد)\s*[:،]")
_DATE: Final = (
    r"(?:[\s,،.]*(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\s+[^\W\d]{3,9}\.?(?:,?\s+\d{4})?|"
    r"[^\W\d]{3,9}\.?\s+\d{1,2}(?:,?\s+\d{4})?))?"
)
_DATE_AFTER: Final = re.compile(
    r"[\s,،.]+(?:[\d۰-۹٠-٩]{1,4}[./-].*|[\d۰-۹٠-٩]{1,2}\s+[^\W\d]{3,9}.*|"
    r"[^\W\d]{3,9}\.?\s+[\d۰-۹٠-٩]{1,2}.*)$"
)
_PLACE: Final = r"(?P<place>[^\W\d_][\w'’. -]{1,36}?(?:[,،]\s?[^\W\d_][\w'’. ]{2,20}?)?)"
_BRACKETED: Final = re.compile(
    rf"{_PLACE}{_DATE}[\s,،.]*{_DASH}?\s*\(\s*(?P<agency>{_NAME})(?:\s*[/،,-]\s*[^()]{{1,30}})?\s*\)"
    rf"\s*(?P<stop>(?:{_DASH}|[:،.,])*)\s*"
)
_DASHED: Final = re.compile(
    rf"{_PLACE}{_DATE}\s*(?:{_DASH}|[/،])\s*(?P<agency>{_NAME})\s*(?P<stop>{_DASH}|[:/.]|$)\s*"
)
_STROKED: Final = re.compile(
    rf"(?:{_PLACE}{_DATE}[\s,.–-]*)?/\s*(?P<agency>{_NAME})\s*/\s*(?P<stop>[.:–—-]*)\s*"
)
_ALONE: Final = re.compile(rf"[(\[]\s*(?P<agency>{_NAME})\s*[)\]]\s*(?P<stop>{_DASH}|[:.])?\s*")
_SLASHED: Final = re.compile(rf"(?P<agency>{_NAME})\s*/\s*(?P<place>{_WORD}(?:\s+{_WORD}){{0,3}})")
_AFTER_PLACE: Final = re.compile(rf"\s*(?:(?P<stop>{_DASH}|[:،/]|$)|\s)\s*")
_PREFIXED: Final = re.compile(
    rf"(?P<agency>{_NAME})(?:\s*(?:{_DASH}|[،,/])\s*(?P<group>(?:گروه|سرویس|بخش|حوزه)"
    rf"(?:\s+{_WORD}){{1,4}}?))?(?:\s*(?:{_DASH}|[،,/؛])\s*(?P<who>{_WORD}(?:\s+{_WORD}){{0,3}}?))?"
    rf"\s*(?P<stop>{_DASH}|:)\s*"
)
_NO_PLACE: Final = re.compile(
    r"\b(?:خبرگزاری|آژانس|وکاله|روزنامه|سایت|شبکه|رسانه|سازمان|وزیر|رئیس|news|agency|agence|"
    r"agentur|"
    r"press|ministry|the|ajans|haber|агентство|информ)"
)
_NO_SENTENCE: Final = re.compile(r"(?:که|و|را|است|بود)\s")


def find_opening(
    text: str, folded: str, *, start: int, end: int, reports: bool = True
) -> Finding | None:
    """The credit or dateline that stands at ``start`` of a line ending at ``end``; None if none.

    ``folded`` is ``agencies.fold(text)``. What follows the clause stands as a sentence, or the
    clause is a fact only: «به گزارش ایسنا که دیروز …» stays whole. ``reports=False`` leaves
    «به گزارش …» and «به نقل از …» out.
    """
    stop = min(end, start + LONGEST_OPENING)
    for reader in _READERS if reports else _READERS[2:]:
        found = reader(text, folded, start, stop)
        if found is not None:
            return found if _leaves_sentence(folded, found, end) else None
    return None


def _leaves_sentence(folded: str, found: Finding, end: int) -> bool:
    if found.end == found.start:
        return True
    if found.end - found.start >= LONGEST_OPENING:  # the window ended, not the clause
        return False
    rest = folded[found.end : min(end, found.end + 80)].strip()
    return not rest or (len(rest.split()) >= 2 and not _NO_SENTENCE.match(rest))


def _written(text: str, found: re.Match[str], group: str) -> str:
    """A group's text as it stands, without quotation marks and needless space."""
    start, end = found.span(group)
    words = " ".join(text[start:end].strip(" \t\"'“”*-–—،,.()").split()) if start >= 0 else ""
    return words.strip("«»") if words.startswith("«") or words.count("«") != 1 else words


def _credit(text: str, found: re.Match[str], **more: str) -> dict[str, str]:
    name = _written(text, found, "agency")
    agency = find_agency(name)
    return {"agency": agency.key if agency else "", "agency_name": name, **more}


def _read_report(text: str, folded: str, start: int, stop: int) -> Finding | None:
    found = _REPORT.match(folded, start, stop) or _UNMARKED.match(folded, start, stop)
    if found is None or (found["ours"] and not found["role"]):
        return None
    facts = {} if found["ours"] else _credit(text, found)
    if found.re is _UNMARKED:
        return Finding(Kind.CREDIT, start, start, facts)
    end = found.end()
    if found["area"]:
        facts |= _read_area(_written(text, found, "area"), found["joint"])
        if "place" not in facts or (found["early"] and not is_place(facts["place"])):
            facts.pop("place", None)
            return Finding(Kind.CREDIT, start, _early_end(found, "early", start), facts)
    if found["second"]:
        second = _written(text, found, "second")
        if find_agency(second) is None:
            if found["how"] == "از":
                facts |= _read_area(second, "از")
                return Finding(Kind.CREDIT, start, _early_end(found, "late", start), facts)
            end = found.start("how")
        facts["quoting"] = second
    return Finding(Kind.CREDIT, start, end, facts)


def _early_end(found: re.Match[str], comma: str, start: int) -> int:
    """«به گزارش فارس، در این جلسه، …»: the clause ends at its first comma, if it has one."""
    if not found[comma]:
        return start
    end = found.end(comma)
    return end + len(found.string[end : end + 8]) - len(found.string[end : end + 8].lstrip())


def _read_area(area: str, joint: str) -> dict[str, str]:
    """«از استان سمنان» is where, «از وزارت نیرو» is who says it, «در گفت‌وگو با …» is neither."""
    words = area.replace("\u200c", " ").split()
    if _is_area(area, words, joint=joint):
        return {"place": area}
    return {"quoting": area} if joint == "از" and words[0] in BODY_WORDS else {}


def _is_area(area: str, words: list[str], *, joint: str) -> bool:
    if is_place(area) or words[0] in PLACE_WORDS or joint in {"استان", "منطقه", "شهرستان"}:
        return len(words) <= 4
    return len(words) <= 2 and words[0] not in BODY_WORDS and joint != "به"


def _read_quoted(text: str, folded: str, start: int, stop: int) -> Finding | None:
    found = _QUOTED.match(folded, start, stop)
    if found is None:
        wrote = _WROTE.match(folded, start, stop)
        return wrote and Finding(
            Kind.REPOST, start, start, {"repost_of": _written(text, wrote, "agency")}
        )
    return Finding(Kind.REPOST, start, found.end(), {"repost_of": _written(text, found, "agency")})


def _read_dateline(text: str, folded: str, start: int, stop: int) -> Finding | None:
    for pattern in (_STROKED, _BRACKETED, _DASHED):
        found = pattern.match(folded, start, stop)
        if found is None:
            continue
        # «МОСКВА, 24 ноя - РИА Новости.»: after a date the point is mark enough.
        dated = pattern is _DASHED and any(map(str.isdigit, found[0]))
        marks = found["stop"] if dated else found["stop"].strip("،.,")
        sure = pattern is _STROKED or bool(marks) or found.end() == stop
        if found["place"] is None or _is_dateline_place(text, found, sure=sure):
            place = _DATE_AFTER.sub("", _written(text, found, "place"))
            return Finding(Kind.DATELINE, start, found.end(), _credit(text, found, place=place))
    return None


def _is_dateline_place(text: str, found: re.Match[str], *, sure: bool) -> bool:
    """A known place; with a mark after the agency any short name, in capitals where there are."""
    written = _written(text, found, "place")
    if is_place(written):
        return True
    if not sure or _NO_PLACE.search(found["place"]) or len(written.split()) > 3:
        return False
    if _LETTER_SCRIPT.search(found["place"]):
        return all(word[0].isupper() for word in re.findall(r"[^\W\d_]+", written))
    return any(map(is_place, re.split(r"[،,]", written))) or (
        len(written.split()) == 1 and found.re is _DASHED and found["stop"] in {"-", "–", "—"}
    )


def _read_alone(text: str, folded: str, start: int, stop: int) -> Finding | None:
    found = _ALONE.match(folded, start, stop)
    return found and Finding(Kind.CREDIT, start, found.end(), _credit(text, found))


def _read_slashed(text: str, folded: str, start: int, stop: int) -> Finding | None:
    found = _SLASHED.match(folded, start, stop)
    if found is None or not _may_open(found, Opening.SLASH):
        return None
    first = found.start("place")
    for word in reversed(list(re.finditer(_WORD, found["place"]))):
        after = _AFTER_PLACE.match(folded, first + word.end(), stop)
        place = text[first : first + word.end()]
        short = after and after["stop"] is not None and len(place.split()) <= 2
        if after and (is_place(place) or short):
            return Finding(
                Kind.DATELINE,
                start,
                after.end(),
                _credit(text, found, place=" ".join(place.split())),
            )
    return None


def _read_prefixed(text: str, folded: str, start: int, stop: int) -> Finding | None:
    """«خبرگزاری مهر، گروه استان‌ها – مینا راد:», «شفقنا –», «خبرگزاری فارس- تهران:»."""
    found = _PREFIXED.match(folded, start, stop)
    if found is None or not _is_prefix(text, found):
        return None
    who = _written(text, found, "who")
    facts = {("place" if is_place(who) else "reporter"): who} if who else {}
    return Finding(Kind.CREDIT, start, found.end(), _credit(text, found, **facts))


def _is_prefix(text: str, found: re.Match[str]) -> bool:
    if found["group"]:
        return True
    if found["who"]:
        return is_place(found["who"]) and _may_open(found, Opening.DASH, Opening.GROUP)
    return found["stop"] != ":" and _may_open(found, Opening.DASH)


def _may_open(found: re.Match[str], *openings: Opening) -> bool:
    """Whether the agency is known to open so, or is called an agency outright."""
    agency = find_agency(found["agency"])
    named = found["agency"].lstrip("\"'“«*").startswith(("خبرگزاری", "آژانس"))
    return named or (agency is not None and not agency.openings.isdisjoint(openings))


_READERS: Final = (
    _read_report,
    _read_quoted,
    _read_alone,
    _read_slashed,
    _read_prefixed,
    _read_dateline,
)
