"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.likeness import views

urlpatterns = [path("desk/applications/<int:number>/alike/", views.alike, name="application-alike")]
