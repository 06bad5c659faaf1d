"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.programme import views

urlpatterns = [
    path("funding/programmes/<slug:ref>/", views.programme, name="programme"),
    path("funding/programmes/<slug:ref>/days/", views.working_days, name="working-days"),
    path("desk/programmes/<slug:ref>/", views.desk_programme, name="desk-programme"),
]
