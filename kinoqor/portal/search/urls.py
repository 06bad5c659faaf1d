"""The addresses of the room."""

from django.urls import path

from kinoqor.portal.search import views

urlpatterns = [
    path("search/", views.search, name="search"),
    path("search.json", views.search_json, name="search_json"),
]
