"""The addresses of the room."""

from django.urls import path

from kinoqor.ledger.paper import views

urlpatterns = [
    path("papers/check/", views.paper_check, name="paper-check"),
    path("papers/<str:number>/", views.paper, name="paper"),
    path("papers/<str:number>/<str:seal>/", views.paper_held, name="paper-held"),
]
