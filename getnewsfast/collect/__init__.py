"""Watch the sources and read their feeds.

In: feeds that are due. Out: entries, each once, announced by ``entries_found``.
Never: looks at an article's page, or judges.
"""
