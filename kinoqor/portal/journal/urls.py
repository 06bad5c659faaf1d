"""The addresses of the room."""

from django.urls import path

from kinoqor.portal.journal import views

urlpatterns = [
    path("deeds.json", views.deeds_json, name="deeds-json"),
    path("deeds.csv", views.deeds_csv, name="deeds-csv"),
    path("deeds/", views.deeds, name="deeds"),
    path("deeds/<int:number>/", views.deed, name="deed"),
]
