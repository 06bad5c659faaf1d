"""The addresses of the room."""

from django.urls import path

from kinoqor.accounts.notice.queries import shut_by
from kinoqor.funding.application import views
from kinoqor.funding.application.adapters.estimated import KEEPER
from kinoqor.funding.application.adapters.papers import KEEPER as PAPERS
from kinoqor.funding.application.queries import names_shut_to
from kinoqor.funding.application.words import PREFIX
from kinoqor.funding.estimate.access import keep
from kinoqor.ledger.file.access import keep as keep_files

keep(KEEPER)
shut_by(names_shut_to)
keep_files(PREFIX, PAPERS)

urlpatterns = [
    path("applications/", views.applications, name="applications"),
    path("calls/<slug:ref>/apply/", views.application_new, name="application-new"),
    path("applications/invitations/<str:secret>/", views.application_join, name="application-join"),
    path("applications/<int:number>/film/", views.application_film, name="application-film"),
    path("applications/<int:number>/part/<slug:part>/", views.application_part, name="application-part"),
    path("applications/<int:number>/aside/<int:aside>/", views.application_aside, name="application-aside"),
    path("applications/<int:number>/crew/", views.application_crew, name="application-crew"),
    path("applications/<int:number>/crew/propose/", views.application_propose, name="application-propose"),
    path("applications/<int:number>/papers/", views.application_files, name="application-files"),
    path("applications/<int:number>/people/", views.application_hands, name="application-hands"),
    path("applications/<int:number>/withdraw/", views.application_withdraw, name="application-withdraw"),
]
