"""The addresses of the room."""

from django.urls import path

from kinoqor.accounts.account import views

urlpatterns = [
    path("account/", views.account, name="account"),
    path("account/hat/", views.hat, name="hat"),
    path("account/data.json", views.export, name="account-data"),
    path("account/erase/", views.erase, name="account-erase"),
    path("consent/", views.consent, name="consent"),
    path("consent/give/", views.consent_give, name="consent-give"),
]
