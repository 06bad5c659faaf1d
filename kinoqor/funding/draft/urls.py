"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.draft import views

urlpatterns = [
    path("desk/calls/<slug:ref>/draft/<slug:name>/", views.entries, name="draft-list"),
    path("desk/calls/<slug:ref>/draft/<slug:name>/add/", views.entry_new, name="draft-new"),
    path("desk/calls/<slug:ref>/draft/<slug:name>/move/", views.entry_move, name="draft-move"),
    path("desk/calls/<slug:ref>/draft/<slug:name>/entry/<str:key>/", views.entry, name="draft-entry"),
    path("desk/calls/<slug:ref>/draft/<slug:name>/entry/<str:key>/out/", views.entry_out, name="draft-out"),
]
