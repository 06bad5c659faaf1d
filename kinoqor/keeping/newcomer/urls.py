"""The addresses of the room."""

from django.urls import path

from kinoqor.keeping.newcomer import views

urlpatterns = [
    path("desk/newcomers/", views.newcomers, name="newcomers"),
    path("desk/newcomers/<int:number>/", views.newcomer, name="newcomer"),
]
