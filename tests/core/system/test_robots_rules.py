"""robots.txt as RFC 9309 reads it."""

from __future__ import annotations

import time

import pytest

from getnewsfast.system.robots_rules import RobotsFile, matches, normalise_path

US = "GetNewsFast/0.1 (+https://hub.example)"


@pytest.mark.parametrize(
    ("pattern", "path", "fits"),
    [
        ("/", "/any", True),
        ("/fish", "/fish.html", True),
        ("/fish", "/Fish", False),
        ("/fish/", "/fish", False),
        ("/*.php", "/a/b.php?x", True),
        ("/*.php$", "/a/b.php?x", False),
        ("/*.php$", "/a/b.php.php", True),
        ("/a*b*c$", "/axbxc", True),
        ("/a*b*c$", "/axcxb", False),
        ("/ab*ab$", "/ab", False),
        ("/a$", "/a", True),
        ("/a$", "/ab", False),
        ("*", "/", True),
        ("/*?", "/page?print=1", True),
        ("/*?", "/page", False),
    ],
)
def test_wildcards_fit_as_the_standard_says(pattern: str, path: str, fits: bool) -> None:
    assert matches(pattern, path) is fits


def test_a_wild_pattern_takes_no_time() -> None:
    began = time.perf_counter()
    assert not matches("/" + "*a" * 2000 + "$", "/" + "a" * 1999 + "b")
    assert time.perf_counter() - began < 0.5


def test_the_longest_rule_wins_whatever_the_order() -> None:
    group = RobotsFile(
        "User-agent: *\nDisallow: /\nAllow: /news\nDisallow: /news/private"
    ).for_agent(US)
    assert group.allows("/news/1")
    assert not group.allows("/news/private/1")
    assert not group.allows("/about")


def test_of_two_equal_rules_the_allowing_one_wins() -> None:
    group = RobotsFile("User-agent: *\nDisallow: /page\nAllow: /page").for_agent(US)
    assert group.allows("/page")


ROBOTS = """\ufeff# ours
Sitemap: https://site.example/sitemap.xml
USER-AGENT: OtherBot
User-agent: getnewsfast  # by name
Disallow: /only-us
Crawl-delay: 2.5

User-agent: *
Disallow: /everybody
Crawl-delay: 10

User-agent: GetNewsFast
Disallow: /us-again
"""


def test_our_own_group_stands_instead_of_everybodys_and_is_gathered() -> None:
    group = RobotsFile(ROBOTS).for_agent(US)
    assert [group.allows(path) for path in ("/only-us", "/us-again", "/everybody")] == [
        False,
        False,
        True,
    ]
    assert group.delay_seconds == 2.5


def test_a_stranger_gets_everybodys_group() -> None:
    group = RobotsFile(ROBOTS).for_agent("SomeBot/1.0")
    assert group.allows("/only-us")
    assert not group.allows("/everybody")
    assert group.delay_seconds == 10


def test_two_names_over_one_group_share_it() -> None:
    assert not RobotsFile(ROBOTS).for_agent("OtherBot").allows("/only-us")


@pytest.mark.parametrize(
    "text",
    ["", "User-agent: *\nDisallow:", "Disallow: /", "<!DOCTYPE html><p>404</p>", "User-agent: *"],
)
def test_a_file_that_forbids_nothing_allows_everything(text: str) -> None:
    assert RobotsFile(text).for_agent(US).allows("/anything?at=all")


@pytest.mark.parametrize("rule", ["/خبر", "/%D8%AE%D8%A8%D8%B1", "/%d8%ae%d8%a8%d8%b1"])
@pytest.mark.parametrize("path", ["/خبر/۱", "/%D8%AE%D8%A8%D8%B1/1"])
def test_a_persian_path_is_one_path_however_it_is_escaped(rule: str, path: str) -> None:
    assert not RobotsFile(f"User-agent: *\nDisallow: {rule}").for_agent(US).allows(path)


def test_an_escaped_letter_is_the_letter_and_an_escaped_slash_is_not() -> None:
    assert normalise_path("/%61%7e%2f") == "/a~%2F"


@pytest.mark.parametrize("value", ["nan", "inf", "-1", "soon", ""])
def test_a_delay_that_is_none_is_none(value: str) -> None:
    assert RobotsFile(f"User-agent: *\nCrawl-delay: {value}").for_agent(US).delay_seconds is None
