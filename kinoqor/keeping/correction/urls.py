"""The addresses of the room."""

from django.urls import path

from kinoqor.keeping.correction import views

urlpatterns = [
    path("propose/<slug:ref>/", views.propose, name="propose"),
    path("propose/<slug:ref>/<slug:prop>/", views.propose_one, name="propose-fact"),
    path("proposals/<str:secret>/", views.receipt, name="receipt"),
    path("account/proposals/", views.own_proposals, name="own-proposals"),
    path("account/proposals/<int:number>/", views.own_proposal, name="own-proposal"),
    path("desk/proposals/", views.proposals, name="proposals"),
    path("desk/proposals/<int:number>/", views.proposal, name="proposal"),
    path("desk/proposals/<int:number>/accept/", views.proposal_accept, name="proposal-accept"),
]
