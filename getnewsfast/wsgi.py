"""For a WSGI server, where an operator prefers one. The hub itself serves ``asgi``."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "getnewsfast.settings")
application = get_wsgi_application()
