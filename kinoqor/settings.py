"""One settings file for every place. Everything that may differ comes from the environment, each with its meaning."""

import secrets
import tomllib
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

ROOT = Path(__file__).resolve().parent
REPOSITORY = ROOT.parent
env = environ.Env()

# KINOQOR_DATA: the folder of the embedded database, built fonts, logs. Default: var/ beside the code.
DATA = Path(env.str("KINOQOR_DATA", default=str(REPOSITORY / "var"))).resolve()
DATA.mkdir(parents=True, exist_ok=True)
# KINOQOR_PACK: the folder of the country pack that this house is run for.
PACK = Path(env.str("KINOQOR_PACK", default=str(REPOSITORY / "packs" / "kz"))).resolve()
# KINOQOR_DEBUG: tracebacks on the page; for developers only.
DEBUG = env.bool("KINOQOR_DEBUG", default=False)
# KINOQOR_HOSTS: host names that are answered, separated by commas.
ALLOWED_HOSTS = env.list("KINOQOR_HOSTS", default=["127.0.0.1", "localhost", "[::1]", "testserver"])
# KINOQOR_ADDRESS: the public address, used in structured data and letters.
ADDRESS = env.str("KINOQOR_ADDRESS", default="http://127.0.0.1:8000").rstrip("/")


def _kept_secret() -> str:
    """The signing key of this installation: made once, kept in the data folder, readable by its owner only."""
    path = DATA / "secret"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="ascii")
    return path.read_text(encoding="ascii")


# KINOQOR_SECRET: the signing key; without it one is made and kept in the data folder.
SECRET_KEY = env.str("KINOQOR_SECRET", default="") or _kept_secret()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "csp",
    "kinoqor.ui",
    "kinoqor.ledger",
    "kinoqor.accounts",
    "kinoqor.register",
    "kinoqor.market",
    "kinoqor.portal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "kinoqor.urls"
WSGI_APPLICATION = "kinoqor.wsgi.application"
APPEND_SLASH = True

# Templates live beside the views that show them and are named by their path: "register/film/film.html".
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.filesystem.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "kinoqor.ui.context.frame",
            ],
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n"],
        },
    }
]
COTTON_DIR = "ui/components"

# DATABASE_URL: sqlite in the data folder unless it names a PostgreSQL database.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'kinoqor.sqlite3'}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; "
            "PRAGMA mmap_size=268435456; PRAGMA journal_size_limit=67108864; PRAGMA temp_store=MEMORY;"
        ),
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    # Indexes lie in memory or on flash, and no page waits for a query to be compiled.
    DATABASES["default"]["OPTIONS"] = {"options": "-c random_page_cost=1.1 -c jit=off"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "signin"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
LOCALE_PATHS = [ROOT / "locale"]
USE_I18N = True
USE_TZ = True
# The wall clock of the country, by which calls close and days begin, is the pack's.
TIME_ZONE = str(tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8")).get("time_zone", "UTC"))

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
# What set-up builds (the cut font) and no one commits.
BUILT_STATIC = DATA / "built"
BUILT_STATIC.mkdir(exist_ok=True)
STATICFILES_DIRS = [BUILT_STATIC]
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
# KINOQOR_HTTPS: true where the house stands behind TLS; cookies and redirects then insist on it.
HTTPS = env.bool("KINOQOR_HTTPS", default=False)
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_FAILURE_VIEW = "kinoqor.ui.errors.csrf_failed"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"

# The ways through the house, shown in the head of every page: (name of the address, label).
NAV = [
    ("films", _("Films")),
    ("people", _("People")),
    ("organisations", _("Studios and companies")),
    ("festivals", _("Festivals")),
    ("timeline", _("Timeline")),
    ("support", _("State support")),
    ("disagreements", _("Where sources disagree")),
]
NAV_FOOT = [
    ("releases", _("Releases and platforms")),
    ("coproductions", _("Co-productions")),
    ("sources", _("Sources")),
    ("about", _("About the data")),
    ("styleguide", _("Style guide")),
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
