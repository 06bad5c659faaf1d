"""The addresses of the room."""

from django.urls import path

from kinoqor.portal.desk import views

urlpatterns = [
    path("desk/", views.desk, name="desk"),
    path("desk/go/", views.go, name="desk-go"),
]
