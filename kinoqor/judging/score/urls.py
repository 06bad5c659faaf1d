"""The addresses of the room."""

from django.urls import path

from kinoqor.judging.score import views

ROUND = "desk/rounds/<slug:ref>/<slug:stage>/scores"
urlpatterns = [
    path("how-scores-work/", views.how, name="how-scores-work"),
    path(f"{ROUND}/", views.scores, name="scores"),
    path(f"{ROUND}.csv", views.scores_csv, name="scores-csv"),
    path(f"{ROUND}.json", views.scores_json, name="scores-json"),
    path(f"{ROUND}/progress.json", views.progress, name="scores-progress"),
    path(f"{ROUND}/second/", views.second, name="scores-second"),
    path(f"{ROUND}/<int:number>/", views.film, name="scores-film"),
    path(f"{ROUND}/without/<int:reader>/", views.without, name="scores-without"),
]
