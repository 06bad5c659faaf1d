"""The addresses of the room."""

from django.urls import path

from kinoqor.market.coproduction import views

urlpatterns = [
    path("coproductions.json", views.coproductions_json, name="coproductions-json"),
    path("coproductions.csv", views.coproductions_csv, name="coproductions-csv"),
    path("coproductions/", views.coproductions, name="coproductions"),
]
