from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LabelConfig(AppConfig):
    name = "getnewsfast.label"
    label = "label"
    verbose_name = _("label")
    default_auto_field = "django.db.models.BigAutoField"
