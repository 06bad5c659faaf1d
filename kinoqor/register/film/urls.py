from django.urls import path

from kinoqor.register.film import views

urlpatterns = [
    path("films.json", views.films_json, name="films-json"),
    path("films.csv", views.films_csv, name="films-csv"),
    path("films/<slug:ref>.json", views.film_json, name="film-json"),
    path("films/<slug:ref>.csv", views.film_csv, name="film-csv"),
    path("films/", views.films, name="films"),
    path("films/<slug:address>/", views.film, name="film"),
]
