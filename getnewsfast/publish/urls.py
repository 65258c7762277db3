"""Addresses of the paper. Slugs are Persian, so they are plain text and not Django's slugs."""

from django.urls import path

from getnewsfast.publish import crawlers, feeds, health, views

urlpatterns = [
    path("", views.show_home, name="home"),
    path("section/<str:slug>/", views.show_section, name="section"),
    # The number alone is an article's lasting address; the slug is there for people to read.
    path("article/<int:article_id>/", views.show_article, name="article_by_id"),
    path("article/<int:article_id>/<str:slug>/", views.show_article, name="article"),
    path("story/<int:story_id>/<str:slug>/", views.show_story, name="story"),
    path("source/<str:slug>/", views.show_source, name="source"),
    path("tag/<str:slug>/", views.show_tag, name="tag"),
    path("search/", views.show_search, name="search"),
    path("about/", views.show_about, name="about"),
    path("feeds/all.rss", feeds.feed_all, name="feed_all"),
    path("feeds/section/<str:slug>.rss", feeds.feed_section, name="feed_section"),
    path("feeds/source/<str:slug>.rss", feeds.feed_source, name="feed_source"),
    path("feeds/tag/<str:slug>.rss", feeds.feed_tag, name="feed_tag"),
    path("sitemap.xml", crawlers.show_sitemap, name="sitemap"),
    path("health/", health.show_health, name="health"),
    path("robots.txt", crawlers.show_robots, name="robots"),
]
