"""The addresses of the room."""

from django.urls import path

from kinoqor.judging.assignment import views
from kinoqor.judging.assignment.queries import fixed
from kinoqor.judging.tie.access import drawn_by

drawn_by(fixed)

urlpatterns = [
    path("draws/", views.public, name="draws"),
    path("draws/<int:number>/", views.checked, name="draw-check"),
    path("draws/<int:number>/frozen.json", views.frozen, name="draw-frozen"),
    path("draws/<int:number>/result.json", views.result, name="draw-result"),
    path("desk/rounds/", views.rounds, name="rounds"),
    path("desk/rounds/<slug:ref>/<slug:stage>/", views.round_, name="round"),
    path("desk/rounds/<slug:ref>/<slug:stage>/draw/", views.prepare_one, name="round-draw"),
    path("desk/draws/<int:number>/", views.draw, name="draw"),
    path("desk/draws/<int:number>/step/", views.step, name="draw-step"),
    path("desk/draws/<int:number>/chance/", views.chance, name="draw-chance"),
    path("desk/draws/<int:number>/hand/", views.hand, name="draw-hand"),
    path("desk/draws/<int:number>/readings/<int:reading>/", views.change, name="draw-reading"),
    path("desk/draws/<int:number>/progress.json", views.progress, name="draw-progress"),
]
