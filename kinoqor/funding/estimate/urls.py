"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.estimate import views

urlpatterns = [
    path("applications/<int:number>/estimate/", views.estimate, name="estimate"),
    path(
        "applications/<int:number>/estimate/chapter/<slug:chapter>/", views.chapter, name="estimate-chapter"
    ),
    path("applications/<int:number>/estimate/plan/", views.plan, name="estimate-plan"),
    path("applications/<int:number>/estimate/schedule/", views.schedule, name="estimate-schedule"),
    path("applications/<int:number>/estimate/load/", views.load, name="estimate-load"),
    path("applications/<int:number>/estimate.csv", views.as_csv, name="estimate-csv"),
    path("applications/<int:number>/estimate.xlsx", views.as_xlsx, name="estimate-xlsx"),
]
