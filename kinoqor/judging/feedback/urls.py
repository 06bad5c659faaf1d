"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.filing.adapters.beside import beside
from kinoqor.judging.feedback import views
from kinoqor.judging.feedback.adapters.page import answer

beside(answer)

ROUND = "desk/rounds/<slug:ref>/<slug:stage>/feedback"
urlpatterns = [
    path(f"{ROUND}/", views.feedback, name="feedback"),
    path(f"{ROUND}/gather/", views.gather, name="feedback-gather"),
    path(f"{ROUND}/send/", views.send_all, name="feedback-send"),
    path(f"{ROUND}/<int:number>/", views.feedback_one, name="feedback-one"),
    path("applications/<int:number>/reasons/", views.reasons, name="reasons"),
]
