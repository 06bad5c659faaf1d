"""The addresses of the room."""

from django.urls import path

from kinoqor.deciding.session import views
from kinoqor.deciding.session.adapters.keeper import KEEPER
from kinoqor.deciding.session.words import PREFIX
from kinoqor.ledger.file.access import keep

keep(PREFIX, KEEPER)

ROUND = "desk/rounds/<slug:ref>/<slug:stage>/sittings/"
urlpatterns = [
    path(ROUND, views.sittings, name="round-sittings"),
    path(f"{ROUND}new/", views.call, name="sitting-new"),
    path("desk/sittings/<int:number>/", views.sitting, name="sitting"),
    path("desk/sittings/<int:number>/step/", views.step, name="sitting-step"),
    path("desk/sittings/<int:number>/members/", views.members, name="sitting-members"),
    path("desk/sittings/<int:number>/put/", views.put, name="sitting-put"),
    path("desk/sittings/<int:number>/hall/", views.hall, name="sitting-hall"),
    path("desk/sittings/points/<int:number>/", views.point, name="sitting-point"),
    path("desk/sittings/points/<int:number>/step/", views.point_step, name="sitting-point-step"),
    path("sittings/", views.mine, name="sittings"),
    path("sittings/<int:number>/", views.sit, name="sit"),
    path("sittings/<int:number>/live/", views.live, name="sitting-live"),
    path("calls/<slug:ref>/<slug:stage>/votes/", views.votes, name="votes"),
    path("calls/<slug:ref>/<slug:stage>/votes.json", views.votes_json, name="votes-json"),
]
