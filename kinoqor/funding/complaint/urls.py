"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.complaint import views

urlpatterns = [
    path("refusals/<int:number>/", views.complaint, name="complaint"),
    path("refusals/<int:number>/complain/", views.complain_against, name="complaint-new"),
    path("applications/<int:number>/refusal/", views.refused_file, name="application-refusal"),
    path("desk/complaints/", views.complaints, name="complaints"),
    path("desk/complaints/<int:number>/", views.answer_one, name="complaint-answer"),
]
