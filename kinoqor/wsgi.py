"""The door for the web server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from granian.utils.proxies import wrap_wsgi_with_proxy_headers

from kinoqor.ui.door import all_have_rules

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinoqor.settings")
application = get_wsgi_application()
all_have_rules()
# Only these are believed when they say from where a visitor comes and whether by TLS: attempts are counted by it.
if settings.PROXIES:
    application = wrap_wsgi_with_proxy_headers(application, settings.PROXIES)
