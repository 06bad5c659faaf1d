"""A small house with every kind of door, for the tests of the door."""

from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from kinoqor.kit.verdict import Refused, Verdict, no
from kinoqor.ui.door import anyone, behind, door

STRANGER = no("Please sign in first.", stranger=True)
CLOSED = no("This film is yours.", "rule 7", way="Ask a colleague.", to="open")
HIDDEN = no("Somebody else's letter.", hidden=True)


def page(request: HttpRequest, **asked: object) -> HttpResponse:
    return HttpResponse("inside")


def write(request: HttpRequest) -> HttpResponse:
    Group.objects.create(name="written")
    return HttpResponse("inside")


def pocket(request: HttpRequest) -> HttpResponse:
    request.session["seen"] = "yes"
    request.session.save()
    return HttpResponse(str(Session.objects.count()))


def refuses(request: HttpRequest) -> HttpResponse:
    raise Refused(CLOSED)


def by_number(who: object, number: int) -> Verdict:
    return anyone(who) if number == 1 else HIDDEN


library = [path("known/", page, name="known"), path("new/", page, name="new")]
urlpatterns = [
    path("open/", door(anyone)(page), name="open"),
    path("account_login/", door(anyone)(page), name="account_login"),
    path("account_logout/", door(anyone)(page), name="account_logout"),
    path("strange/", door(lambda who: STRANGER)(page)),
    path("strange.json", door(lambda who: STRANGER)(page)),
    path("closed/", door(lambda who: CLOSED)(page)),
    path("closed.csv", door(lambda who: CLOSED)(page)),
    path("hidden/", door(lambda who: HIDDEN)(page)),
    path("letter/<int:number>/", door(by_number)(page)),
    path("write/", door(anyone)(write)),
    path("must/", door(anyone, writes="a challenge is kept for the answer")(write)),
    path("pocket/", door(anyone)(pocket)),
    path("refuses/", door(anyone)(refuses)),
    path("library/", include(behind(library, {"known": anyone}, {}))),
]
handler404 = "kinoqor.ui.errors.not_found"
