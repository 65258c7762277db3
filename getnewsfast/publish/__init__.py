"""The site: pages, feeds, search.

In: published articles. Out: what readers and their programs read.
Never: decides what is published, or shows more than ``public_lead`` and ``public_body``.
"""
