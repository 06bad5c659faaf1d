"""The addresses of the room."""

from django.urls import path

from kinoqor.keeping.edit import views

urlpatterns = [
    path("desk/new/<slug:kind>/", views.card_new, name="card-new"),
    path("desk/card/<slug:ref>/", views.card_edit, name="card-edit"),
    path("desk/card/<slug:ref>/here/", views.card_here, name="card-here"),
    path("desk/card/<slug:ref>/<slug:prop>/", views.fact, name="card-fact"),
    path("desk/claims/<int:number>/withdraw/", views.claim_withdraw, name="claim-withdraw"),
]
