"""Which blocks are the article: the best element, without its boxes, captions and sign-offs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final

from getnewsfast.extract.core.blocks import Block, Page, Region
from getnewsfast.extract.core.hints import Hint
from getnewsfast.extract.core.phrases import (
    CODE_ONLY,
    END_MARK,
    NOISE,
    RELATED,
    SIGN_OFF,
)
from getnewsfast.extract.core.tags import PARAGRAPHS

_LONG_CHARS: Final = 45  # a Persian or English line of some eight words
_RESCUE_SHARE: Final = 1 / 3
_PLENTY_SHARE: Final = 1 / 2
_UNSAVED: Final = frozenset({Hint.NONE, Hint.NEVER})
_LINE_CHARS: Final = 200  # box titles, sign-offs and buttons are single lines
_TEASER_COUNT: Final = 3
# Junk inside the article costs little, as it is cut away; enough to keep whole sidebars out.
_JUNK_WEIGHT: Final = 0.25
_HINT_FACTOR: Final = {Hint.CONTENT: 1.25, Hint.NEVER: 0.2, Hint.JUNK: 0.6}
_DENSE_SCRIPT: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DENSE_FACTOR: Final = 2.5  # a letter of Chinese, Japanese or Korean carries a syllable or more


def weigh_blocks(page: Page) -> list[float]:
    """Each block's characters of article text; below zero for what an article does not have."""
    return [_value(block) for block in page.blocks]


def article_region(page: Page, weights: Sequence[float]) -> Region | None:
    """The element whose blocks hold most article text and least else; None if there is none."""
    values = list(weights)
    for index in _outcasts(page, page.blocks, weights=weights):
        values[index] = -_JUNK_WEIGHT * min(abs(values[index]), 120.0)
    sums = [0.0, *accumulate(values)]
    best, best_score = None, 0.0
    for region in page.regions:
        if region.element.tag in PARAGRAPHS:
            continue
        score = sums[region.last] - sums[region.first]
        if score > 0:
            score *= _HINT_FACTOR.get(region.hint, 1.0)
        if score > best_score:
            best, best_score = region, score
    return best


def article_blocks(
    page: Page,
    region: Region,
    *,
    weights: Sequence[float],
    dropped: frozenset[int] = frozenset(),
) -> list[Block]:
    """The blocks of the article inside its element, cleaned; ``dropped`` are taken elsewhere."""
    blocks = page.blocks[region.first : region.last]
    outcasts = _outcasts(page, blocks, weights=weights) | dropped
    inner = [block for block in blocks if block.index not in outcasts]
    kept = _trim(list(_without_noise(_without_teasers(inner))))
    return _without_lonely_headings(_without_repeats(kept))


def list_sign_offs(page: Page, region: Region) -> tuple[str, ...]:
    """What the article's element holds and nobody is shown: «انتهای پیام/ ۴۱», «کد خبر: ۱۲»."""
    return tuple(_sign_offs(page.blocks[region.first : region.last]))


def _sign_offs(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        text = block.text
        if len(text) <= _LINE_CHARS and SIGN_OFF.match(text):
            yield text
            continue
        found = END_MARK.search(text, max(0, len(text) - _LINE_CHARS))
        if found is not None:
            yield found.group().strip()


def is_long(block: Block) -> bool:
    """Whether a block is of a paragraph's length, in any script."""
    return _size(block) >= _LONG_CHARS


def _is_heading(block: Block) -> bool:
    """A whole sentence in a heading's tag is text: some lists of facts are written so."""
    return block.kind in {"h1", "h2", "h3"} and not (is_long(block) and block.ends_as_sentence)


def _size(block: Block) -> float:
    size = len(block.text)
    return size * _DENSE_FACTOR if _DENSE_SCRIPT.search(block.text[:40]) else size


def _value(block: Block) -> float:
    size, links = _size(block), block.link_share
    if block.kind in {"h1", "h2", "h3"}:
        return -20.0 if links > 0.5 else 0.0
    if links > 0.5:
        return -min(size, 80.0)
    if block.kind == "cell" and not links:
        return size * 0.3
    if block.kind in {"li", "cell"}:
        return size * 0.6 * (1 - links) if size >= _LONG_CHARS and links < 0.3 else -5.0
    if size >= _LONG_CHARS:
        return size * (1 - links) * (1.0 if block.ends_as_sentence else 0.8)
    return size * 0.5 if block.ends_as_sentence and size > 20 and not links else -5.0


def _outcasts(page: Page, stretch: Sequence[Block], *, weights: Sequence[float]) -> set[int]:
    """The indexes of the stretch's blocks that stand in junk, by the names around them.

    Where they leave less than a third of the text the names mean something else on this site (a
    page builder calls every box a widget). Then an element with a third of the text is no junk;
    if that saves too little, all elements of one name count together; and at last all is saved.
    Other articles and comments are never saved, but where they are all there is.
    """
    worth = [max(weight, 0.0) for weight in weights]
    never = [region for region in page.regions if region.hint is Hint.NEVER]
    foreign = {index for region in never for index in range(region.first, region.last)}
    total = sum(worth[block.index] for block in stretch if block.index not in foreign)
    if total < _LONG_CHARS:
        return set()
    own = [0.0 if index in foreign else value for index, value in enumerate(worth)]
    outcasts: set[int] = set()
    for rescued, enough in _rescues(page, own, total=total):
        outcasts = {block.index for block in stretch if _outcast(block, rescued)}
        if total - sum(own[index] for index in outcasts) >= total * enough:
            break
    return outcasts


def _rescues(page: Page, own: Sequence[float], *, total: float) -> Iterator[tuple[set[int], float]]:
    """Ever larger sets of elements to save, each with the share of the text that is enough."""
    least = total * _RESCUE_SHARE
    yield set(), _RESCUE_SHARE
    yield _rescued(page, own, least=least, by_name=False), _PLENTY_SHARE
    yield _rescued(page, own, least=least, by_name=True), _RESCUE_SHARE
    yield {id(region) for region in page.regions if region.hint not in _UNSAVED}, 0.0


def _rescued(page: Page, own: Sequence[float], *, least: float, by_name: bool) -> set[int]:
    """The elements (by identity) that, alone or with all of their name, hold that much text."""
    worth, seen = [], set[str]()
    for block in page.blocks:  # a box repeated between the paragraphs is worth itself once
        worth.append(0.0 if block.text in seen else own[block.index])
        seen.add(block.text)
    sums = [0.0, *accumulate(worth)]
    saveable = [region for region in page.regions if region.hint not in _UNSAVED]
    names = [region.element.get("class", "") if by_name else id(region) for region in saveable]
    held: dict[str | int, float] = {}
    for region, name in zip(saveable, names, strict=True):
        held[name] = held.get(name, 0.0) + sums[region.last] - sums[region.first]
    return {id(region) for region, name in zip(saveable, names, strict=True) if held[name] >= least}


def _outcast(block: Block, rescued: set[int]) -> bool:
    region = block.region
    while region is not None:
        hint = region.hint
        if hint is not Hint.CONTENT and id(region) not in rescued and not _belongs(block, hint):
            return True
        region = region.outer
    return False


def _belongs(block: Block, hint: Hint) -> bool:
    """Fields whose names are also used inside the text itself."""
    if hint is Hint.HEADLINE:
        return block.kind in {"h2", "h3"}
    if hint is Hint.LEAD:
        return block.kind in {"h2", "h3", "p"}
    return hint is Hint.CAPTION and (block.kind == "cell" or block.group[0] == "blockquote")


def _without_teasers(blocks: Sequence[Block]) -> Sequence[Block]:
    """Cut the list of other articles at the end: three or more times a linked title, then text.

    A paragraph of the article itself seldom follows a line that is nothing but a link.
    """
    cut, teasers, after_link = len(blocks), 0, False
    for position in range(len(blocks) - 1, 0, -1):
        block = blocks[position]
        if block.link_share > 0.8:
            continue
        if block.kind in {"h2", "h3"}:
            break
        after_link = blocks[position - 1].link_share > 0.8
        if not after_link and is_long(block):
            break
        if after_link:
            cut, teasers = position - 1, teasers + is_long(block)
    return blocks[:cut] if teasers >= _TEASER_COUNT else blocks


def _without_noise(blocks: Sequence[Block]) -> Iterator[Block]:
    after_related = False
    for position, block in enumerate(blocks):
        related = RELATED.match(block.text[:_LINE_CHARS])
        if related and (not is_long(block) or block.link_share > 0.3):
            after_related = len(related["rest"]) < 20
            continue
        if after_related and (block.link_share > 0.5 or (block.kind == "li" and block.link_share)):
            continue
        after_related = False
        if _is_noise(block, late=position >= len(blocks) // 2) or _is_link_line(block):
            continue
        yield _without_end_mark(block)


def _is_noise(block: Block, *, late: bool) -> bool:
    text = block.text
    if len(text) > _LINE_CHARS or block.kind == "cell":
        return False
    return bool(NOISE.match(text) or CODE_ONLY.match(text) or (late and SIGN_OFF.match(text)))


def _is_link_line(block: Block) -> bool:
    return block.link_share > 0.8 and (block.kind not in {"li", "cell"} or len(block.text) > 25)


def _without_end_mark(block: Block) -> Block:
    """«… خواهد شد. انتهای پیام» in one paragraph: the mark alone goes."""
    found = END_MARK.search(block.text, max(0, len(block.text) - _LINE_CHARS))
    return _cut(block, block.text[: found.start()]) if found and found.start() else block


def _cut(block: Block, text: str) -> Block:
    """The block ending where ``text`` ends, by dropping whole words from the last pieces."""
    surplus = len("".join(block.text[len(text) :].split()))
    pieces = list(block.pieces)
    for position in range(len(pieces) - 1, -1, -1):
        piece = pieces[position]
        if not isinstance(piece, str):
            continue
        while surplus and piece:
            surplus -= not piece[-1].isspace()
            piece = piece[:-1]
        pieces[position] = piece = piece if surplus else piece.rstrip(" /")
        if piece:
            break
    block.text, block.pieces = text.rstrip(" /"), pieces
    return block


def _trim(blocks: list[Block]) -> list[Block]:
    """Drop the short lines before the first and after the last real paragraph."""
    text = [at for at, block in enumerate(blocks) if not _is_heading(block)]
    long = [at for at in text if is_long(blocks[at])]
    solid = [at for at in text if is_long(blocks[at]) or blocks[at].ends_as_sentence]
    if not solid:
        return [block for block in blocks if block.kind != "h1"]
    first, last = (long or solid)[0], solid[-1]
    while first and blocks[first - 1].kind in {"h2", "h3", "li", "cell"}:
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].kind in {"li", "cell"}:
        last += 1
    return [block for block in blocks[first : last + 1] if block.kind != "h1"]


def _without_repeats(blocks: Iterable[Block]) -> Iterator[Block]:
    """A page may hold the same paragraph for the phone and for the desk."""
    seen: set[str] = set()
    for block in blocks:
        if is_long(block) and block.text in seen:
            continue
        seen.add(block.text)
        yield block


def _without_lonely_headings(kept: Iterable[Block]) -> list[Block]:
    """A heading whose links or box are gone goes too; one directly above a paragraph stays."""
    blocks = list(kept)
    result: list[Block] = []
    for position, block in enumerate(blocks):
        if _is_heading(block):
            if position + 1 == len(blocks):
                continue
            following = blocks[position + 1]
            if _is_heading(following) and following.index - block.index > 1:
                continue
        result.append(block)
    return result
