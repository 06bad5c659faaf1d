"""The addresses of the room."""

from django.urls import path

from kinoqor.register.event import views

urlpatterns = [
    path("timeline.json", views.timeline_json, name="timeline-json"),
    path("timeline.csv", views.timeline_csv, name="timeline-csv"),
    path("timeline/<slug:ref>.json", views.event_json, name="event-json"),
    path("timeline/<slug:ref>.csv", views.event_csv, name="event-csv"),
    path("timeline/", views.timeline, name="timeline"),
    path("timeline/<slug:address>/", views.event, name="event"),
]
