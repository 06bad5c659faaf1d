"""The addresses of the room."""

from django.urls import path

from kinoqor.register.support import views

urlpatterns = [
    path("support.json", views.support_json, name="support-json"),
    path("support.csv", views.support_csv, name="support-csv"),
    path("support/<slug:ref>.json", views.decision_json, name="decision-json"),
    path("support/<slug:ref>.csv", views.decision_csv, name="decision-csv"),
    path("support/", views.support, name="support"),
    path("support/<slug:address>/", views.decision, name="decision"),
]
