"""One settings file for every place. Everything that may differ comes from the environment, each with its meaning."""

import secrets
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF

from kinoqor.ui.ways import FOOT, HEAD

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
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_cotton.apps.SimpleAppConfig",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks_db",
    "kinoqor.ui",
    "kinoqor.ledger",
    "kinoqor.accounts",
    "kinoqor.register",
    "kinoqor.keeping",
    "kinoqor.funding",
    "kinoqor.judging",
    "kinoqor.deciding",
    "kinoqor.market",
    "kinoqor.portal",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "kinoqor.ui.reading.OnlyReading",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kinoqor.ui.sitting.Sitting",
    "kinoqor.ui.reading.WhoAsks",
    "kinoqor.register.identity.adapters.moved.Moved",
]
ROOT_URLCONF = "kinoqor.urls"
WSGI_APPLICATION = "kinoqor.wsgi.application"

# Templates live beside the views that show them and are named by their path: "register/film/film.html".
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # The second folder holds our pages of the sign-in library, under the names by which it asks for them.
        "DIRS": [ROOT, ROOT / "accounts" / "signin" / "pages"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django_cotton.cotton_loader.Loader", "django.template.loaders.filesystem.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "kinoqor.ui.context.frame",
            ],
            "builtins": ["django_cotton.templatetags.cotton", "django.templatetags.i18n"],
        },
    }
]
COTTON_DIR = "ui/components"

# DATABASE_URL: sqlite in the data folder unless it names a PostgreSQL database.
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'kinoqor.sqlite3'}")}
# A connection is kept between requests: opening one costs SQLite as much as ten of its questions.
DATABASES["default"]["CONN_MAX_AGE"] = 60
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
    # Indexes lie in memory or on flash, and no page waits for a query to be compiled.
    DATABASES["default"]["OPTIONS"] = {"options": "-c random_page_cost=1.1 -c jit=off"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
# Who asks for a page, for the door (ui/door.py) that stands below the accounts.
WHO_ASKS = "kinoqor.accounts.role.queries.who_asks"
# What floors above the accounts keep about a person: its name in the file that they take, and what gives it for a voice.
KEPT_ABOUT = {
    "proposals": "kinoqor.keeping.newcomer.queries.kept_about",
    "rights": "kinoqor.funding.hand.queries.kept_about",
    "panels": "kinoqor.judging.panel.queries.kept_about",
    "conflicts": "kinoqor.funding.conflict.queries.kept_about",
}
# Read from a cookie, so that showing a message writes nothing.
MESSAGE_STORAGE = "kinoqor.ui.sitting.Told"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "kinoqor.accounts.signin.adapters.passwords.HouseWords"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]

# Jobs are rows of this database, written in the deed's own transaction; `kino manage work` does them.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}
# KINOQOR_MAIL: the mail server, as smtp+tls://name:password@host:587; without one letters stay in the outbox page.
# Where the house answers to other names than those of this machine, nobody may see all letters: there they wait.
MAIL = env.str("KINOQOR_MAIL", default="")
if MAIL:
    vars().update(environ.Env.email_url_config(MAIL))
EMAIL_TIMEOUT = 30  # shorter than the lease of a sending
# KINOQOR_SENDER: the address that letters come from.
DEFAULT_FROM_EMAIL = env.str("KINOQOR_SENDER", default="kinoqor@localhost")

PASSWORD_RESET_TIMEOUT = 3600  # how long the link of a letter sets a password

# Sign-in: by e-mail, confirmed; a second step by an app's code, a recovery code or a passkey.
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_SIGNUP_FORM_CLASS = "kinoqor.accounts.signin.forms.OpeningForm"
ACCOUNT_ADAPTER = "kinoqor.accounts.signin.adapters.account.Accounts"
SOCIALACCOUNT_ADAPTER = "kinoqor.accounts.signin.adapters.elsewhere.Houses"
MFA_ADAPTER = "kinoqor.accounts.signin.adapters.factors.Factors"
# Who changes an address, a password or a second step confirms first that it is they.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # the session in which it was changed stays; all others end
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# Whoever has a second step may add an address; it counts once it is confirmed, and nobody is in without a confirmed one.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Kinoqor"
MFA_FORMS = {"add_webauthn": "kinoqor.accounts.signin.adapters.keys.AddKey"}

# KINOQOR_OIDC: another house's sign-in by OpenID Connect, as its server's address; empty for none.
OIDC = env.str("KINOQOR_OIDC", default="").rstrip("/")
# KINOQOR_OIDC_NAME: how that house is called on the sign-in page.
# KINOQOR_OIDC_CLIENT: the name under which it knows this house.
# KINOQOR_OIDC_SECRET: the secret that it gave to this house.
_OIDC_APP = {
    "provider_id": "house",
    "name": env.str("KINOQOR_OIDC_NAME", default="OpenID Connect"),
    "client_id": env.str("KINOQOR_OIDC_CLIENT", default=""),
    "secret": env.str("KINOQOR_OIDC_SECRET", default=""),
    "settings": {"server_url": OIDC, "oauth_pkce_enabled": True},
}
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [_OIDC_APP] if OIDC else []}}
# An address that another house asserts opens no account that is here already; its owner connects the two by hand.
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_EMAIL_VERIFICATION = "mandatory"

LANGUAGE_CODE = "en"
LANGUAGES = [("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")]
# The second holds what the libraries under the house do not say in Kazakh themselves.
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale" / "libraries"]
USE_I18N = USE_TZ = True
# The wall clock of the country, by which calls close and days begin, is the pack's.
TIME_ZONE = str(tomllib.loads((PACK / "pack.toml").read_text(encoding="utf-8")).get("time_zone", "UTC"))

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
# What set-up builds (the cut font) and no one commits.
BUILT_STATIC = DATA / "built"
BUILT_STATIC.mkdir(exist_ok=True)
STATICFILES_DIRS = [BUILT_STATIC]
WHITENOISE_USE_FINDERS = DEBUG
# KINOQOR_FILES: the folder of files that people have sent, each under its digest; no address leads to it.
FILES = Path(env.str("KINOQOR_FILES", default=str(DATA / "files"))).resolve()
# KINOQOR_UPLOAD_MB: the largest file that is taken, in megabytes.
UPLOAD_MOST = env.int("KINOQOR_UPLOAD_MB", default=20) << 20
_ON_DISK = "django.core.files.uploadhandler.TemporaryFileUploadHandler"
FILE_UPLOAD_HANDLERS = ["kinoqor.ui.uploads.Capped", _ON_DISK]
# A form of questions has at most 900 answers a part; what is far more is refused before it is read.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "kept": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": FILES, "file_permissions_mode": 0o600, "directory_permissions_mode": 0o700},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Shared by all processes of the server, since attempts to sign in are counted here; drawings are kept here too.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

_NOWHERE = {key: [NONE] for key in ("default-src", "object-src", "base-uri", "frame-ancestors")}
_HERE = {key: [SELF] for key in ("script-src", "style-src", "img-src", "font-src", "connect-src")}
_FORMS = [SELF, *(["{0.scheme}://{0.netloc}".format(urlsplit(OIDC))] if OIDC else [])]
CONTENT_SECURITY_POLICY = {"DIRECTIVES": _NOWHERE | _HERE | {"form-action": _FORMS}}
# KINOQOR_PROXIES: addresses of the proxies before this house, separated by commas; their word about visitors is believed.
PROXIES = env.list("KINOQOR_PROXIES", default=[])
# KINOQOR_HTTPS: true where the house stands behind TLS; cookies and redirects then insist on it.
HTTPS = env.bool("KINOQOR_HTTPS", default=False)
SECURE_SSL_REDIRECT = SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
# KINOQOR_DEMO: whether set-up makes the demonstration accounts; never where the house stands behind TLS.
DEMO = env.bool("KINOQOR_DEMO", default=True) and not HTTPS
# KINOQOR_BEACON: where rounds of the public beacon are fetched, separated by commas; empty: an officer brings them.
BEACON = env.list("KINOQOR_BEACON", default=["https://api.drand.sh", "https://drand.cloudflare.com"])
# KINOQOR_RECORD: the folder in which the public record lies as files, for anyone to take.
RECORD = Path(env.str("KINOQOR_RECORD", default=str(DATA / "record"))).resolve()
# KINOQOR_RECORD_KEY: the file of the key that signs the public record; made when the record begins, kept apart from it.
RECORD_KEY = Path(env.str("KINOQOR_RECORD_KEY", default=str(DATA / "record.key"))).resolve()
# KINOQOR_RECORD_ORIGIN: the name of the public record for ever, an address without its scheme; by default the house's.
RECORD_ORIGIN = env.str("KINOQOR_RECORD_ORIGIN", default="") or f"{urlsplit(ADDRESS).netloc}/record"
# KINOQOR_WITNESSES: who witnesses the public record, each as its key, a space and its address, separated by commas.
WITNESSES = env.list("KINOQOR_WITNESSES", default=[])
# KINOQOR_STAMPS: the address of a time-stamping authority (RFC 3161) that dates the public record; empty for none.
STAMPS = env.str("KINOQOR_STAMPS", default="")
# KINOQOR_STAMP_ROOTS: the file of the certificates (PEM) under which that authority is believed.
STAMP_ROOTS = Path(env.str("KINOQOR_STAMP_ROOTS", default=str(DATA / "stamp-roots.pem"))).resolve()
# KINOQOR_CLAMAV: the scanner for viruses, as unix:/run/clamav/clamd.ctl or tcp://127.0.0.1:3310; empty for none.
CLAMAV = env.str("KINOQOR_CLAMAV", default="")
# KINOQOR_UNSCANNED: where there is no scanner, whether files open to others than their senders all the same.
UNSCANNED = not CLAMAV and env.bool("KINOQOR_UNSCANNED", default=DEMO)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
# Over TLS a cookie belongs to this very host, by its name, and no neighbour under the same domain can set it.
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_FAILURE_VIEW = "kinoqor.ui.errors.csrf_failed"
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Lax"
# A session ends after an hour without a page, and after a working day whatever happens in it (ui/sitting.py).
SESSION_COOKIE_AGE = 3600
SITTING = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

NAV, NAV_FOOT = HEAD, FOOT

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # What was tried at the door, for whoever watches (kit/watch.py): one JSON object a line.
    "loggers": {"kinoqor.security": {"level": "INFO"}},
}
