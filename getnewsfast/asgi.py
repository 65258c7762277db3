"""The web process: files first, then Django."""

import os
from typing import cast

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "getnewsfast.settings")

from django.core.asgi import get_asgi_application

django_application = get_asgi_application()

from django.conf import settings

from getnewsfast.system.static import AsgiApp, serve_files

application = serve_files(
    cast(AsgiApp, django_application), static=settings.STATIC_ROOT, media=settings.MEDIA_ROOT
)
