"""The addresses of the room."""

from django.urls import path

from kinoqor.keeping.twin import views

urlpatterns = [
    path("desk/twins/", views.twins, name="twins"),
    path("desk/twins/look/", views.twins_look, name="twins-look"),
    path("desk/twins/of/<slug:ref>/", views.twin_of, name="twin-of"),
    path("desk/twins/judgements/<int:number>/", views.judgement, name="judgement"),
    path("desk/twins/<slug:one>/<slug:other>/", views.twin, name="twin"),
]
