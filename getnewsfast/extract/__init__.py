"""The article from its page, cleaned.

In: an entry. Out: an article with its text, dates and lead image; the page kept as a snapshot.
Never: judges, files or compares.
"""
