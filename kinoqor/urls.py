"""The addresses of the house: each room adds its own."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    *i18n_patterns(
        path("", include("kinoqor.accounts.signin.urls")),
    ),
]
