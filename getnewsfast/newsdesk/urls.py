"""The desk's own addresses, below /desk/."""

from django.urls import path

from getnewsfast.newsdesk import views
from getnewsfast.newsdesk.screens.mend import mend_text

urlpatterns = [
    path("queue/", views.show_queue, name="newsdesk_queue"),
    path("queue/decide/", views.decide, name="newsdesk_decide"),
    path("queue/preview/<int:article_id>/", views.preview, name="newsdesk_preview"),
    path("queue/tags/", views.complete_tag, name="newsdesk_complete_tag"),
    path("mend/", mend_text, name="newsdesk_mend"),
]
