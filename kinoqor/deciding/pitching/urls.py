"""The addresses of the room."""

from django.urls import path

from kinoqor.deciding.pitching import views
from kinoqor.deciding.pitching.adapters.page import own_line
from kinoqor.funding.filing.adapters.beside import beside

beside(own_line)

DESK = "desk/pitchings/<slug:ref>/<slug:stage>/"
urlpatterns = [
    path("pitchings/<slug:ref>/<slug:stage>/", views.programme, name="pitching"),
    path("pitchings/<slug:ref>/<slug:stage>/programme.ics", views.calendar, name="pitching-ics"),
    path("hearings/", views.hearings, name="hearings"),
    path("hearings/<int:number>/", views.hearing, name="hearing"),
    path("desk/pitchings/", views.pitchings, name="pitchings"),
    path("desk/pitchings/slots/<int:number>/", views.slot, name="pitching-slot"),
    path(DESK, views.board, name="pitching-board"),
    path(f"{DESK}new/", views.prepare, name="pitching-new"),
    path(f"{DESK}days/", views.days, name="pitching-days"),
    path(f"{DESK}away/", views.away, name="pitching-away"),
    path(f"{DESK}step/", views.step, name="pitching-step"),
    path(f"{DESK}calls/", views.calls, name="pitching-calls"),
    path(f"{DESK}open/", views.opening, name="pitching-open"),
]
