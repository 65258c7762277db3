"""Every setting, in one file. Each value comes from the environment; docs/reference/settings.md
lists them and a test keeps the two in step.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from getnewsfast.system.environment import (
    read_choice,
    read_flag,
    read_list,
    read_number,
    read_path,
    read_text,
)
from getnewsfast.system.postgres import database_from_url, embedded_url
from getnewsfast.system.secrets import read_secret_key

PACKAGE = Path(__file__).parent

# ── Where the hub keeps its things ───────────────────────────────────────────────────────────────
DATA = read_path("GETNEWSFAST_DATA", "data")  # everything that must be backed up
PORT = read_number("GETNEWSFAST_PORT", 8000, least=1, most=65535)  # the site's port
HOST = read_text("GETNEWSFAST_HOST", "127.0.0.1")  # the address the site listens on
SITE_URL = read_text("GETNEWSFAST_SITE_URL", f"http://{HOST}:{PORT}")  # as readers see it
WORKERS = read_number("GETNEWSFAST_WORKERS", 1, least=1, most=64)  # processes that do jobs
WORKER_JOBS = read_number("GETNEWSFAST_WORKER_JOBS", 4, least=1, most=64)  # at once in each
CONTACT_URL = read_text("GETNEWSFAST_CONTACT_URL", SITE_URL)  # in our user agent

# ── Secrets ──────────────────────────────────────────────────────────────────────────────────────
# Made by `getnewsfast init` in the data folder; from the environment where a vault provides it.
SECRET_KEY = read_text("GETNEWSFAST_SECRET_KEY") or read_secret_key(DATA)
DEBUG = read_flag("GETNEWSFAST_DEBUG")  # tracebacks in the browser; never where readers come
HTTPS = SITE_URL.startswith("https://")
ALLOWED_HOSTS = read_list(
    "GETNEWSFAST_HOSTS", f"{urlsplit(SITE_URL).hostname},127.0.0.1" if HTTPS else "*"
)
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None

# ── What the hub is made of ──────────────────────────────────────────────────────────────────────
INSTALLED_APPS = [
    "getnewsfast.publish",
    "getnewsfast.newsdesk",
    "getnewsfast.label",
    "getnewsfast.group",
    "getnewsfast.extract",
    "getnewsfast.articles",
    "getnewsfast.collect",
    "wagtail.contrib.settings",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail.sites",
    "wagtail",
    "modelcluster",
    "taggit",
    "procrastinate.contrib.django",
    "axes",
    "csp",
    "django.contrib.postgres",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "getnewsfast.apps.HubConfig",  # last: it wires the flow when all others stand
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "getnewsfast.newsdesk.policy.DeskPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "getnewsfast.publish.language.PaperLocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "getnewsfast.urls"
ASGI_APPLICATION = "getnewsfast.asgi.application"
WSGI_APPLICATION = "getnewsfast.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# ── Database and jobs ────────────────────────────────────────────────────────────────────────────
# Any PostgreSQL from 15 on; empty: the embedded one in the data folder.
DATABASE_URL = read_text("DATABASE_URL") or embedded_url(DATA)
DATABASES = {"default": database_from_url(DATABASE_URL)}
PROCRASTINATE_IMPORT_PATHS = ["getnewsfast.flow"]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None

# ── Language and time ────────────────────────────────────────────────────────────────────────────
LANGUAGE_CODE = read_text("GETNEWSFAST_LANGUAGE", "fa")  # of the site, and of the desk at first
LANGUAGES = [("fa", _("Persian")), ("en", _("English"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = read_text("GETNEWSFAST_TIME_ZONE", "Asia/Tehran")
USE_TZ = True

# ── Files ────────────────────────────────────────────────────────────────────────────────────────
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# ── The desk ─────────────────────────────────────────────────────────────────────────────────────
WAGTAIL_SITE_NAME = "Get News Fast"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAIL_ENABLE_UPDATE_CHECK = False  # nothing asks a foreign host
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_I18N_ENABLED = False
WAGTAIL_WORKFLOW_ENABLED = False
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
LOGIN_URL = "wagtailadmin_login"
# Wagtail sends `published` outside any transaction: its button is made atomic here (decision 0005).
ATOMIC_REQUESTS = True
DATABASES["default"]["ATOMIC_REQUESTS"] = ATOMIC_REQUESTS

# ── Safety ───────────────────────────────────────────────────────────────────────────────────────
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 8  # wrong passwords for one name from one address …
AXES_COOLOFF_TIME = 0.25  # … close it for a quarter of an hour
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "getnewsfast.newsdesk.policy.refuse_login"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
X_FRAME_OPTIONS = "SAMEORIGIN"  # the desk previews articles in a frame of its own
CONTENT_SECURITY_POLICY = {
    "EXCLUDE_URL_PREFIXES": ("/desk/",),  # it has a policy of its own in newsdesk.policy
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
    },
}

# ── Watching ─────────────────────────────────────────────────────────────────────────────────────
WATCH_AT_ONCE = read_number("GETNEWSFAST_WATCH_AT_ONCE", 50, least=1, most=2000)  # feeds in flight
LEASE_SECONDS = read_number(
    "GETNEWSFAST_LEASE_SECONDS", 60, least=5, most=3600
)  # of a claimed feed
SNAPSHOT_DAYS = read_number("GETNEWSFAST_SNAPSHOT_DAYS", 14, least=1, most=3650)  # pages are kept
FETCH_DAYS = read_number("GETNEWSFAST_FETCH_DAYS", 14, least=1, most=3650)  # looks are kept

# ── The log ──────────────────────────────────────────────────────────────────────────────────────
# INFO: a line for each look at a feed and each step of an article.
LOG_LEVEL = read_choice("GETNEWSFAST_LOG_LEVEL", "WARNING", {"DEBUG", "INFO", "WARNING", "ERROR"})
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["terminal"], "level": "WARNING"},
    "loggers": {
        "getnewsfast": {"level": LOG_LEVEL},
        "django.request": {"level": "ERROR"},  # who asks for a page that is not there is no news
    },
}
