from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExtractConfig(AppConfig):
    name = "getnewsfast.extract"
    label = "extract"
    verbose_name = _("extract")
    default_auto_field = "django.db.models.BigAutoField"
