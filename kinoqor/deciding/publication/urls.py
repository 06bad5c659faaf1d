"""The addresses of the room."""

from django.urls import path

from kinoqor.deciding.publication import views
from kinoqor.deciding.publication.access import out_now
from kinoqor.deciding.session.access import lifted_by

lifted_by(out_now)

DESK = "desk/rounds/<slug:ref>/<slug:stage>/publication"
RESULT = "results/<slug:ref>/<slug:stage>"
urlpatterns = [
    path("results/", views.results, name="results"),
    path(f"{RESULT}/", views.result, name="result"),
    path(f"{RESULT}.csv", views.result_csv, name="result-csv"),
    path(f"{RESULT}.json", views.result_json, name="result-json"),
    path(f"{RESULT}/<slug:code>/", views.result_film, name="result-film"),
    path(f"{DESK}/", views.publication, name="round-publication"),
    path(f"{DESK}/prepare/", views.prepare_one, name="publication-prepare"),
    path(f"{DESK}/preview/", views.preview, name="publication-preview"),
    path(f"{DESK}/withdraw/", views.withdraw_one, name="publication-withdraw"),
    path("applications/<int:number>/result/", views.own, name="application-result"),
]
