"""The addresses of the room."""

from django.urls import path

from kinoqor.market.release import views

urlpatterns = [
    path("releases.json", views.releases_json, name="releases-json"),
    path("releases.csv", views.releases_csv, name="releases-csv"),
    path("releases/", views.releases, name="releases"),
]
