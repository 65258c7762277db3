"""What a class or id name says of an element: in English and in the Iranian CMS families.

Only names, no addresses: Nastooh (``item-text``, ``rutitr``), IranSamaneh (``news_pdate_c``,
``subtitle``), Asam (``echo_detail``), StudioKhabar (``docDiv…``), WordPress and their like.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final


class Hint(StrEnum):
    """What an element is for, as far as its name tells."""

    NONE = ""
    CONTENT = "content"
    JUNK = "junk"  # rescued where it holds a third of the page's text
    NEVER = "never"  # comments, related articles: text, but not of this article
    HEADLINE = "headline"
    KICKER = "kicker"
    LEAD = "lead"
    DATE = "date"
    BYLINE = "byline"
    SECTIONS = "sections"
    TAGS = "tags"
    CAPTION = "caption"
    CREDIT = "credit"


# The fields of an article that may stand outside its body, and are not part of the body's text.
# Where an element's names hint at two, the first of this list: the humblest, as a caption or a
# byline must never pass for the lead.
_FIELD_ORDER: Final = (
    Hint.CAPTION,
    Hint.CREDIT,
    Hint.TAGS,
    Hint.SECTIONS,
    Hint.BYLINE,
    Hint.DATE,
    Hint.KICKER,
    Hint.HEADLINE,
    Hint.LEAD,
)
FIELD_HINTS: Final = frozenset(_FIELD_ORDER)

_S: Final = r"(?:^|[\s_-]|(?<=[a-z])(?=[A-Z]))"  # where a word of a name begins
_E: Final = r"(?=$|[\s_-]|[A-Z0-9])"  # and ends


def _words(*names: str) -> str:
    return _S + r"(?i:" + "|".join(names) + r")" + _E


_CONTENT: Final = re.compile(
    _words(
        r"articles?[_-]*(?:body|text|content|corpus|markdown)\w*",
        r"(?:story|news|post|entry|item|content|body|main|detail|doc|single)[_-]*(?:body|text|"
        r"content)",
        r"echo[_-]details?",
        r"(?:main[_-])?ck[_-]editor",
        r"nwstxt\w*|txtbody|lblnewsbody|storytext|articlebody\w*|newstext",
        r"bodytext|copytext|prose|rich[_-]?text|story|nt-body|mi-body|td-post-content|body",
    )
)
_NEVER: Final = re.compile(
    _words(
        r"comments?(?!ar)\w*|disqus\w*|nazar\w*|related\w*|recommend\w*|rel[_-]news|mortabet\w*",
        r"most[_-]?\w*|popular\w*|trending|more[_-]?(?:news|stories|articles|from|on)|readmore|"
        r"read[_-](?:more(?!-content)|also|next)",
        r"also[_-]read|see[_-]also|(?:other|latest|last|top|hot|next|prev|similar)[_-]?(?:news|"
        r"articles?|posts?|stor(?:y|ies)|items?)",
        r"pbaf|taboola|outbrain|newsticker|boxes|item-boxes|akhbar\w*|"
        r"jetpack-relatedposts",
    )
)
_JUNK: Final = re.compile(
    _words(
        r"ads?|adv|advert\w*|adslot|banner\w*|sponsor\w*|promo\w*|dfp|"
        r"(?<!with-)(?<!without-)(?<!no-)(?<!has-)sidebar(?!-?(?:grid|layout|wrapper|"
        r"content))\w*|widget|widgets",
        r"shar(?:e|ing|ebar)\w*|socials?\w*|follow\w*|newsletter\w*|subscri\w*|signup|sign-up|"
        r"paywall|piano|donat\w*",
        r"nav|navbar|navigation|menu\w*|footer\w*|toolbar|tools?|tools?bar|print\w*|login|"
        r"register|modal|popup|popover|overlay|tooltip",
        r"cookie\w*|consent\w*|gdpr|copyright|disclaimer|rating|votes?|poll|quiz|survey|"
        r"feedback|report[_-]?(?:bug|error)",
        r"short[_-]?link\w*|news[_-]?(?:id|code|nav|tools?)|item-(?:code|nav|tools?|footer)|"
        r"bazdid|visits?|counter",
        r"hidden|invisible|sr-only|visually-?hidden|screen-reader\w*|skip\w*|noprint|no-print",
        r"carousel|slider|swiper|slick\w*|gallery-?(?:nav|thumbs?)|player|jwplayer|audio\w*|"
        r"video-?player|playlist",
        r"author[_-]?(?:bio|box|info|card|description|about)|about[_-]?author|bio|biography",
        r"teasers?|cards?|infobox|info-box|factbox|correction|app-?(?:promo|banner|download)|"
        r"push\w*|search\w*|breaking\w*",
    )
)
_FIELD_NAMES: Final = (
    (Hint.KICKER, _words(r"rutitr\w*|kicker|uptitle|up[_-]title|rou?titr|overline|docdiv\w*rou")),
    (
        Hint.SECTIONS,
        _words(r"breadcrumbs?\w*|bread[_-]crump|news_path\w*|path_bottom\w*|meta-cat|navpath"),
    ),
    (
        Hint.TAGS,
        _words(
            r"tags?|tags_title|tagbox|tag[_-]?(?:list|cloud|items?|container|wrapper)",
            r"(?:article|news|post|entry|all|story|item)[_-]tags?\w*|keywords?\w*|hashtags?|"
            r"topics?|topic-?list",
        ),
    ),
    (
        Hint.DATE,
        _words(
            r"news[_-]?pdate\w*|photo_pdate|pub[_-]?date|publi(?:sh|cation|shed)[_-]?(?:date|"
            r"time|at|on)\w*",
            r"item-(?:date|time)|news[_-](?:date|time)|fa_date|date[_-](?:created|published|"
            r"display\w*)|doc_date|docdiv\d*date",
            r"entry-date|post[_-](?:date|time)|article[_-]{1,2}(?:date|time|timestamp)\w*|"
            r"time-?stamps?|dates?|datetime|dateline",
        ),
    ),
    (
        Hint.BYLINE,
        _words(
            r"by-?lines?\w*|authors?|author-?names?|writer|reporter|contributors?|article-author\w*"
        ),
    ),
    (
        Hint.CREDIT,
        _words(
            r"(?:image|photo|picture|img|media|caption)?[_-]*credits?|photographers?|"
            r"copyright-?holder"
        ),
    ),
    (
        Hint.CAPTION,
        _words(r"\w*[_-]?captions?|wp-caption-text|legend|photo-?(?:desc|description)|img-?desc"),
    ),
    (
        Hint.HEADLINE,
        _words(
            r"headline|(?:news|article|post|entry|item|first|main|story|page)[_-]*(?:title|"
            r"headline)",
            r"title-news|docdiv\w*main|title",
        ),
    ),
    (
        Hint.LEAD,
        _words(
            r"lead|lede|introtext|intro|item-(?:summary|intro)|summary|subtitle\w*|sub_ax|"
            r"sub-?title|sub-?head(?:line|ing)?",
            r"(?:news|article|content|post|page|story|entry)[_-]*(?:lead|summary|subtitle|intro|"
            r"excerpt|abstract|dek|standfirst)\w*",
            r"stand-?first|dek|deck|strapline|news_strong|leadrow|docdivlead\d*|chapo|vorspann|"
            r"teaser-?text|intro-?text|article__announce\w*",
        ),
    ),
)
_POST_LABELS: Final = ("tag-", "category-", "author-", "postid-", "format-")
_MANY_NAMES: Final = 12
_PATTERNS: Final = (
    (Hint.NEVER, _NEVER),
    *((hint, re.compile(names)) for hint, names in _FIELD_NAMES),
    (Hint.CONTENT, _CONTENT),
    (Hint.JUNK, _JUNK),
)


def read_names(classes: str, identity: str = "") -> Hint:
    """What ``class`` and ``id`` together hint at: ``'item-text'`` is content, ``'rutitr'`` kicker.

    Names with signs of both content and junk say nothing.
    """
    by_class = _read_classes(classes[:400]) if classes else Hint.NONE
    if not identity or by_class is Hint.NEVER:
        return by_class
    by_id = _read_name(identity[:100])
    if by_id is Hint.NONE or by_class is Hint.NONE:
        return by_id if by_class is Hint.NONE else by_class
    return _settle({by_class, by_id})


# The caches are bounded, as names come from strangers; a site has a few hundred of its own.
@lru_cache(maxsize=16384)
def _read_classes(names: str) -> Hint:
    parts = names.split()
    if "hentry" in parts or "type-post" in parts:  # WordPress: the post's tags, sections, author
        parts = [part for part in parts if not part.startswith(_POST_LABELS)]
    found = {_read_name(part) for part in parts}
    if len(parts) > _MANY_NAMES:  # switches of a script rather than a name
        found -= {Hint.NEVER, Hint.JUNK}
    return _settle(found)


def _settle(found: set[Hint]) -> Hint:
    for hint in (Hint.NEVER, Hint.JUNK):
        if hint in found:
            return Hint.NONE if Hint.CONTENT in found else hint
    for hint in _FIELD_ORDER:
        if hint in found:
            return hint
    return Hint.CONTENT if Hint.CONTENT in found else Hint.NONE


@lru_cache(maxsize=16384)
def _read_name(name: str) -> Hint:
    for hint, pattern in _PATTERNS:
        if pattern.search(name):
            return hint
    return Hint.NONE
