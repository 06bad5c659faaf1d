"""The addresses of the room."""

from django.urls import path

from kinoqor.deciding.recheck import views

urlpatterns = [
    path("applications/<int:number>/objection/", views.objection, name="objection"),
    path("applications/<int:number>/objection/new/", views.object_one, name="objection-new"),
    path("desk/objections/", views.objections, name="objections"),
    path("desk/objections/<int:number>/", views.answer_one, name="objection-answer"),
    path("desk/allocations/<int:number>/again/", views.ask_again, name="recheck-new"),
    path("results/<slug:ref>/<slug:stage>/again/", views.rechecks, name="rechecks"),
    path("rechecks/<int:number>/", views.recheck, name="recheck"),
    path("desk/calls/<slug:ref>/annulment/", views.annulment, name="round-annulment"),
    path("desk/calls/<slug:ref>/repeat/", views.repeat_round, name="round-repeat"),
]
