"""Addresses. They are kept stable: readers, feeds and channels hold them for years."""

from django.urls import include, path
from wagtail.admin import urls as desk_urls

from getnewsfast.newsdesk.views import open_desk
from getnewsfast.publish import urls as paper_urls

urlpatterns = [
    path("desk/", open_desk),
    path("desk/", include(desk_urls)),
    path("", include(paper_urls)),
]
handler404 = "getnewsfast.publish.views.show_not_found"
handler500 = "getnewsfast.publish.views.show_fault"
