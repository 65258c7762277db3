"""What an administrator says about the paper itself."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="site")
class SiteSettings(BaseGenericSetting):
    """Name, motto and imprint of the paper."""

    name = models.CharField(_("name of the paper"), max_length=100, default="تازه‌نامه")
    motto = models.CharField(
        _("motto"), max_length=200, blank=True, default="خبرها، همان دم که می‌رسند"
    )
    about = models.TextField(_("about"), blank=True)
    contact = models.CharField(_("contact"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("the paper")
