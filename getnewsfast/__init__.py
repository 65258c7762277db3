"""Get News Fast: a self-hosted news hub, Persian first.

The folders are the flow: read ``flow.py`` first.
"""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("getnewsfast")
except PackageNotFoundError:  # a checkout that was never installed
    __version__ = "0"
