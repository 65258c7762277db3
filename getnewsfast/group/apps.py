from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GroupConfig(AppConfig):
    name = "getnewsfast.group"
    label = "group"
    verbose_name = _("group")
    default_auto_field = "django.db.models.BigAutoField"
