"""Language, pure: letters, digits, spacing, words, dates, comparison keys, slugs.

In: a text, where it matters its language, a clock and a zone. Out: a text, a moment, a key.
Never: reads a clock, touches a database, or decides what happens to an article.
"""
