"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.applicant import views

urlpatterns = [
    path("company/", views.company_file, name="company-file"),
    path("desk/companies/<int:number>/", views.company_read, name="company-read"),
]
