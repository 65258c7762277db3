"""Duplicates and stories.

In: an article. Out: the same text again hangs under the first; both belong to one story.
Never: takes an article away or changes its words.
"""
