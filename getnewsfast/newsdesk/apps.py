from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsdeskConfig(AppConfig):
    name = "getnewsfast.newsdesk"
    label = "newsdesk"
    verbose_name = _("newsdesk")
    default_auto_field = "django.db.models.BigAutoField"
