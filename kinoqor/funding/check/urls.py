"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.check import views

urlpatterns = [
    path("desk/checks/", views.checks, name="checks"),
    path("desk/checks/<int:number>/", views.check, name="check"),
    path("desk/checks/<int:number>/notice/", views.notice, name="check-notice"),
    path("desk/checks/<int:number>/refuse/", views.refusal, name="check-refuse"),
    path("desk/checks/<int:number>/admit/", views.admission, name="check-admit"),
    path("applications/<int:number>/repair/", views.repair, name="repair"),
]
