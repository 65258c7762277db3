"""The newsroom: one article a turn, updates and the withdrawal at their moments."""

from datetime import UTC, datetime, timedelta

from getnewsfast.terminal.demowire.manuscripts import load_manuscripts
from getnewsfast.terminal.demowire.newsroom import Memory, Newsroom

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MANUSCRIPTS = load_manuscripts()


def _run(newsroom, turns=10_000):
    count = 0
    while newsroom.has_more and count < turns:
        newsroom.take_turn(NOON + timedelta(seconds=4 * count))
        count += 1
    return count


def test_a_turn_publishes_the_next_article_of_the_order():
    newsroom = Newsroom(MANUSCRIPTS)
    keys = [newsroom.take_turn(NOON).key for _ in range(3)]
    assert keys == [m.key for m in MANUSCRIPTS[:3]]
    assert [d.key for d in newsroom.published] == keys


def test_in_the_end_all_is_published_updated_and_withdrawn():
    newsroom = Newsroom(MANUSCRIPTS)
    _run(newsroom)
    assert len(newsroom.published) == len(MANUSCRIPTS)
    assert {d.key for d in newsroom.updates} == {m.key for m in MANUSCRIPTS if m.update}
    assert [d.key for d in newsroom.withdrawn] == ["sepidar/13-bazaar-closed"]


def test_an_update_changes_headline_and_body_at_its_turn():
    newsroom = Newsroom(MANUSCRIPTS)
    manuscript = next(m for m in MANUSCRIPTS if m.key == "sepidar/01-first-snow")
    _run(newsroom, MANUSCRIPTS.index(manuscript) + manuscript.update.after)
    assert newsroom.find(manuscript.key).headline == manuscript.headline
    newsroom.take_turn(NOON + timedelta(hours=1))
    updated = newsroom.find(manuscript.key)
    assert updated.headline == manuscript.update.headline != manuscript.headline
    assert updated.blocks == manuscript.update.blocks
    assert updated.changed_at == NOON + timedelta(hours=1) > updated.published_at


def test_a_withdrawn_article_leaves_its_agency():
    newsroom = Newsroom(MANUSCRIPTS)
    _run(newsroom)
    assert "sepidar/13-bazaar-closed" not in {d.key for d in newsroom.of_agency("sepidar")}
    assert newsroom.find("sepidar/13-bazaar-closed").withdrawn_at


def test_an_agency_lists_its_newest_first():
    newsroom = Newsroom(MANUSCRIPTS)
    _run(newsroom, 30)
    moments = [d.published_at for d in newsroom.of_agency("tuka")]
    assert moments == sorted(moments, reverse=True)
    assert len(moments) > 2


def test_a_memory_keeps_every_moment_over_a_restart(tmp_path):
    first = Newsroom(MANUSCRIPTS)
    _run(first, 40)
    path = tmp_path / "wire.json"
    first.memory.write(path)
    second = Newsroom(MANUSCRIPTS, Memory.read(path))
    assert second.published == first.published
    assert second.take_turn(NOON).key == MANUSCRIPTS[40].key


def test_a_memory_that_is_not_there_is_empty(tmp_path):
    assert Memory.read(tmp_path / "none.json") == Memory()
