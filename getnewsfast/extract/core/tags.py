"""What the elements of HTML are to an article: skipped, inline, kept, or a kind of paragraph."""

from __future__ import annotations

from typing import Final

# Neither text nor fields. A page's ``nav`` is two fifths of its elements and never its article.
SKIPPED: Final = frozenset(
    {
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "applet",
        "video",
        "audio",
        "canvas",
        "map",
        "select",
        "button",
        "input",
        "textarea",
        "datalist",
        "dialog",
        "head",
        "link",
        "meta",
        "title",
        "base",
        "frameset",
        "noframes",
        "amp-ad",
        "amp-iframe",
        "progress",
        "meter",
        "img",
        "source",
        "track",
        "picture",
        "nav",
    }
)

# Everything else begins and ends a paragraph.
INLINE: Final = frozenset(
    {
        "a",
        "b",
        "strong",
        "i",
        "em",
        "span",
        "font",
        "u",
        "s",
        "strike",
        "del",
        "ins",
        "sup",
        "sub",
        "small",
        "big",
        "abbr",
        "acronym",
        "cite",
        "q",
        "code",
        "kbd",
        "var",
        "samp",
        "tt",
        "dfn",
        "mark",
        "time",
        "bdi",
        "bdo",
        "label",
        "data",
        "wbr",
        "nobr",
        "ruby",
        "rb",
        "rt",
        "rp",
        "o:p",
    }
)

KEPT_INLINE: Final = {
    "a": "a",
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "sup": "sup",
    "sub": "sub",
}
KINDS: Final = {
    "h1": "h1",
    "h2": "h2",
    "h3": "h3",
    "h4": "h3",
    "h5": "h3",
    "h6": "h3",
    "li": "li",
    "dd": "li",
    "dt": "h3",
    "td": "cell",
    "th": "cell",
    "pre": "pre",
}
GROUPS: Final = {"ul": "ul", "ol": "ol", "blockquote": "blockquote", "table": "table"}
FRAMES: Final = frozenset({"html", "body", "main", "article"})
PARAGRAPHS: Final = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "td", "dd"}
)

ALLOWED: Final = frozenset(
    {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "pre", "strong", "em", "a", "br"}
    | {"sub", "sup", "table", "thead", "tbody", "tr", "th", "td"}
)
EMPTIED: Final = frozenset(
    {"script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math"}
)
