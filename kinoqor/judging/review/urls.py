"""The addresses of the room."""

from django.urls import path

from kinoqor.judging.review import views

urlpatterns = [
    path("reading/", views.readings, name="readings"),
    path("reading/<int:number>/", views.reading, name="reading"),
    path("reading/<int:number>/tie/", views.reading_tie, name="reading-tie"),
    path("reading/<int:number>/papers/<int:piece>/<int:page>/", views.reading_page, name="reading-page"),
    path(
        "reading/<int:number>/papers/<int:piece>/<int:page>/text/", views.reading_words, name="reading-words"
    ),
    path("desk/rounds/<slug:ref>/<slug:stage>/reviews/", views.reviews, name="round-reviews"),
    path("desk/rounds/<slug:ref>/<slug:stage>/reviews/open/", views.reviews_open, name="round-open"),
    path("desk/rounds/<slug:ref>/<slug:stage>/reviews/remind/", views.reviews_remind, name="round-remind"),
    path(
        "desk/rounds/<slug:ref>/<slug:stage>/reviews/<int:application>/",
        views.reviews_of,
        name="round-review",
    ),
]
