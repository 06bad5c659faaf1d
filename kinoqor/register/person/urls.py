"""The addresses of the room."""

from django.urls import path

from kinoqor.register.person import views

urlpatterns = [
    path("people.json", views.people_json, name="people-json"),
    path("people.csv", views.people_csv, name="people-csv"),
    path("people/", views.people, name="people"),
    path("people/<slug:ref>.json", views.person_json, name="person-json"),
    path("people/<slug:ref>.csv", views.person_csv, name="person-csv"),
    path("people/<slug:address>/", views.person, name="person"),
]
