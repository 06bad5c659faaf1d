"""The addresses of the room."""

from django.urls import path

from kinoqor.deciding.allocation import views

ROUND = "desk/rounds/<slug:ref>/<slug:stage>/allocation"
ONE = "desk/allocations/<int:number>"
urlpatterns = [
    path(f"{ROUND}/", views.round_, name="allocation-round"),
    path(f"{ROUND}/freeze/", views.freeze, name="allocation-freeze"),
    path(f"{ONE}/", views.allocation, name="allocation"),
    path(f"{ONE}/chance/", views.chance, name="allocation-chance"),
    path(f"{ONE}/depart/", views.depart, name="allocation-depart"),
    path(f"{ONE}/departures/<int:departure>/undo/", views.undo, name="allocation-undo"),
    path(f"{ONE}/drop/", views.drop, name="allocation-drop"),
    path(f"{ONE}/what-if/", views.what_if, name="allocation-what-if"),
    path(f"{ONE}/progress.json", views.progress, name="allocation-progress"),
    path(f"{ONE}/frozen.json", views.frozen_json, name="allocation-frozen-json"),
    path(f"{ONE}/decided.json", views.decided_json, name="allocation-decided-json"),
    path("desk/calls/<slug:ref>/quotas/", views.quotas, name="call-quotas"),
]
