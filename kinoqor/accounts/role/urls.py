"""The addresses of the room."""

from django.urls import path

from kinoqor.accounts.role import views

urlpatterns = [
    path("house/seats/", views.seats, name="seats"),
    path("house/seats/new/", views.seat_new, name="seat-new"),
    path("house/seats/<int:number>/", views.seat, name="seat"),
    path("house/organisations/", views.bodies, name="bodies"),
    path("house/organisations/new/", views.body, name="body-new"),
    path("house/organisations/<int:number>/", views.body, name="body"),
    path("house/people/<int:number>/", views.holder, name="holder"),
]
