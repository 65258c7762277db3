"""What travels: the article, its section, its tags, its credit.

In: nothing by itself; extract makes articles, label files them, newsdesk judges them.
Out: rows and the site's sentences about them (``Article.objects.published().newest()``).
Never: decides anything.
"""
