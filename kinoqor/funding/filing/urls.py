"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.filing import views

urlpatterns = [
    path("applications/<int:number>/", views.application, name="application"),
    path("applications/<int:number>/complete/", views.application_complete, name="application-complete"),
    path("applications/<int:number>/file/", views.application_file, name="application-file"),
    path(
        "applications/<int:number>/filed/<int:which>/", views.application_receipt, name="application-receipt"
    ),
    path(
        "applications/<int:number>/filed/<int:which>.json",
        views.application_snapshot,
        name="application-snapshot",
    ),
]
