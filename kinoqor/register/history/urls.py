"""The addresses of the room."""

from django.urls import path

from kinoqor.register.history import views

urlpatterns = [
    path("claims/<slug:ref>.json", views.claims_json, name="claims-json"),
    path("claims/<slug:ref>.csv", views.claims_csv, name="claims-csv"),
    path("claims/<slug:ref>/story/", views.story, name="story"),
    path("claims/<slug:ref>/", views.claims, name="claims"),
    path("sources/<int:number>.json", views.source_json, name="source-json"),
    path("sources/<int:number>.csv", views.source_csv, name="source-csv"),
    path("sources/<int:number>/", views.source, name="source"),
]
