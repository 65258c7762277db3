"""What happens to articles, announced inside the transaction that made it true."""

from django.dispatch import Signal

article_published = Signal()  # article: Article, live now, by whatever road
article_unpublished = Signal()  # article: Article, no longer live
