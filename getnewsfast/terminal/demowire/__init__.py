"""The demo wire: five invented agencies on loopback, each with a site and a feed of its own.

In: the articles under ``articles/`` and a clock.  Out: pages, feeds and pictures over HTTP.
Never: a word about, or a link to, a real agency; a request to any other machine.
"""

from getnewsfast.terminal.demowire.agencies import Agency, FeedKind
from getnewsfast.terminal.demowire.wire import DemoWire

__all__ = ["Agency", "DemoWire", "FeedKind"]
