"""The addresses of the room."""

from django.urls import path

from kinoqor.keeping.gap import views

urlpatterns = [
    path("desk/queue.csv", views.queue_csv, name="queue-csv"),
    path("desk/queue.json", views.queue_json, name="queue-json"),
    path("desk/queue/", views.queue, name="queue"),
]
