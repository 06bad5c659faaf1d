"""The addresses of the room."""

from django.urls import path

from kinoqor.register.organisation import views

urlpatterns = [
    path("organisations.json", views.organisations_json, name="organisations-json"),
    path("organisations.csv", views.organisations_csv, name="organisations-csv"),
    path("organisations/", views.organisations, name="organisations"),
    path("organisations/<slug:ref>.json", views.organisation_json, name="organisation-json"),
    path("organisations/<slug:ref>.csv", views.organisation_csv, name="organisation-csv"),
    path("organisations/<slug:address>/", views.organisation, name="organisation"),
    path("festivals.json", views.festivals_json, name="festivals-json"),
    path("festivals.csv", views.festivals_csv, name="festivals-csv"),
    path("festivals/", views.festivals, name="festivals"),
]
