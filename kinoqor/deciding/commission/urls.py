"""The addresses of the room."""

from django.urls import path

from kinoqor.deciding.commission import views

ROUND = "desk/rounds/<slug:ref>/<slug:stage>/commission"
urlpatterns = [
    path(f"{ROUND}/", views.commission, name="commission"),
    path(f"{ROUND}/rest/", views.rest, name="commission-rest"),
    path(f"{ROUND}/<int:number>/", views.film, name="commission-film"),
]
