"""The addresses of the room."""

from django.urls import path

from kinoqor.accounts.notice import views

urlpatterns = [
    path("letters/", views.letters, name="letters"),
    path("letters/trouble/", views.letters_in_trouble, name="letters-in-trouble"),
    path("letters/<int:number>/", views.letter, name="letter"),
    path("letters/<int:number>/again/", views.letter_again, name="letter-again"),
    path("account/notices/", views.notices, name="notices"),
    path("outbox/", views.outbox, name="outbox"),
]
