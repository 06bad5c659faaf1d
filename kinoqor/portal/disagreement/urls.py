"""The addresses of the room."""

from django.urls import path

from kinoqor.portal.disagreement import views

urlpatterns = [
    path("disagreements.json", views.disagreements_json, name="disagreements-json"),
    path("disagreements.csv", views.disagreements_csv, name="disagreements-csv"),
    path("disagreements/", views.disagreements, name="disagreements"),
]
