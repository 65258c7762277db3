"""The page as it came, kept for a while."""

from __future__ import annotations

import zlib

from django.db import models
from django.utils.translation import gettext_lazy as _

from getnewsfast.collect.models import Entry
from getnewsfast.system.reasons import Reasoned


class Snapshot(Reasoned):
    """One page of one version of an entry. ``reason`` says why there is no page."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="snapshots")
    version = models.PositiveIntegerField()
    url = models.TextField(blank=True)
    content_type = models.CharField(max_length=200, blank=True)
    packed = models.BinaryField(default=b"")
    fetched_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        constraints = [models.UniqueConstraint(fields=["entry", "version"], name="snapshot_once")]

    @property
    def body(self) -> bytes:
        """The page's bytes as they came; empty where it could not be had."""
        return zlib.decompress(bytes(self.packed)) if self.packed else b""

    @staticmethod
    def pack(body: bytes) -> bytes:
        # Level 1: a 100 kB page packs in 1 ms to about a fifth; level 6 takes four times as long.
        return zlib.compress(body, 1) if body else b""
