"""The addresses of the room."""

from django.urls import path

from kinoqor.register.source import views

urlpatterns = [
    path("sources.json", views.sources_json, name="sources-json"),
    path("sources.csv", views.sources_csv, name="sources-csv"),
    path("sources/", views.sources, name="sources"),
]
