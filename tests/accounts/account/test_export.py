"""What a person takes with them is all that is kept about them."""

import json

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from kinoqor.accounts.account.queries import everything
from kinoqor.accounts.user.models import User
from tests import people
from tests.accounts.account.lives import EMAIL, NAME, lived

# Every table of the house: under which name of the file its rows about a person stand ...
EXPORTED = {
    "accounts.User": "account",
    "account.EmailAddress": "addresses",
    "mfa.Authenticator": "second_steps",
    "socialaccount.SocialAccount": "other_sign_ins",
    "accounts.Seat": "seats",
    "accounts.Choice": "notices",
    "accounts.Consent": "consents",
    "usersessions.UserSession": "sessions",
    "ledger.Letter": "letters",
    "ledger.Sending": "letters",
    "ledger.Deed": "deeds",
    "keeping.Proposal": "proposals",
    "keeping.Newcomer": "proposals",
    "register.Claim": "proposals",
    "funding.Hand": "rights",
    "judging.Member": "panels",
    "funding.Conflict": "conflicts",
}
# ... or why its rows are no part of it, though they lead to a person ...
LEFT = {
    "account.EmailConfirmation": "a secret on its way; this house keeps none, the link itself is signed",
    "accounts.User_groups": "the library's groups are not used; roles are seats",
    "accounts.User_user_permissions": "the library's permissions are not used; roles are seats",
    "sessions.Session": "a session's number and nothing else; its browser and address stand in the sessions",
    "socialaccount.SocialToken": "a key to another house, kept only where it is set to be; it never is",
    "django_tasks_database.DBTaskResult": "the number of a letter to be sent, gone sixty days later",
    "keeping.Series": "what was done to many records; who did it stands in the deeds",
    "keeping.Step": "the claims of a series",
    "keeping.Load": "the file of an organisation; who sent it stands in the deeds",
    "keeping.LoadRow": "the rows of such a file",
    "keeping.Brought": "which claims such a file has stated",
    "register.Judgement": "what was judged of two records; who did it stands in the deeds",
    "funding.Application": "the file of an organisation that applies; who did what in it stands in the deeds",
    "funding.Aside": "the file of an organisation that applies; who did what in it stands in the deeds",
    "funding.Applicant": "the file of an organisation that applies; who did what in it stands in the deeds",
    "funding.Estimate": "the file of an organisation that applies; who did what in it stands in the deeds",
    "funding.Answer": "the file of an organisation that applies; who did what in it stands in the deeds",
    "funding.Filing": "the file of an organisation that applies; who did what in it stands in the deeds",
    "funding.Judgement": "what officers found in such a file; who did it stands in the deeds",
    "funding.Notice": "what officers found in such a file; who did it stands in the deeds",
    "funding.Refusal": "what officers found in such a file; who did it stands in the deeds",
    "funding.Complaint": "the complaint of an organisation; who wrote and answered it stands in the deeds",
    "funding.Trace": "by what filed applications are compared; written anew from them",
    "funding.Mark": "the keys of such a comparison",
    "funding.Decision": "what was decided of it; who did it stands in the deeds",
    "judging.Body": "a body of the fund; who made it stands in the deeds",
    "judging.Photograph": "who sat on a body at a vote, for whoever counts the vote again",
    "judging.Draw": "by which rule readers were drawn; who drew stands in the deeds",
    "judging.Reading": "who reads what; kept from everybody while the panel is at work",
    "judging.Review": "what was said of a file for the fund; who said it stands in the deeds",
    "judging.Opening": "when a panel opened its reviews; who did it stands in the deeds",
    "judging.Influences": "what a list would be without each reader",
    "judging.Feedback": "reasons for an applicant; who checked them stands in the deeds",
    "deciding.Plan": "a pitching of the fund; who planned it stands in the deeds",
    "deciding.Slot": "when a film of a company is defended",
    "deciding.Absence": "when a member or a company cannot be there; who said so stands in the deeds",
    "deciding.Contact": "how a company was told of its pitching; who called stands in the deeds",
    "deciding.Out": "who was shown out at a defence, for whoever counts again",
    "deciding.Sheet": "what was marked at a pitching for the fund; who marked it stands in the deeds",
    "deciding.Allocation": "who gets what in a call; films stand there by codes",
    "deciding.Departure": "where a list was left; its author is published with it",
    "deciding.Sitting": "a meeting of a body of the fund",
    "deciding.Presence": "who was at a meeting, for whoever counts its votes again",
    "deciding.Item": "a point of an agenda with what came of its vote",
    "deciding.Part": "who took part in a vote, for whoever counts it again",
    "deciding.Tally": "how often an answer was given in a closed vote",
    "deciding.Ruling": "what a commission said of a film; who entered it stands in the deeds",
    "deciding.Order": "an order of the fund",
    "deciding.Publication": "when a result becomes public",
    "deciding.Outcome": "what became of a file of a company",
    "deciding.Objection": "what a company said against a decision; who wrote it stands in the deeds",
    "deciding.Recheck": "a list computed once more",
    "deciding.Hold": "that rulings are bound by an order",
    "deciding.Brought": "that a signed paper was brought; who brought it stands in the deeds",
    "funding.Script": "digests of the words of a script, never the words; who sent it stands in the deeds",
    "ledger.File": "the papers of an organisation that applies; who sent them stands in the deeds",
    "ledger.Paper": "what was given out about such a file; its letters stand in the letters",
    "ledger.Leaf": "what the law makes public, open to everybody in the record",
    "ledger.Salt": "with what a digest of the public record was made; erased for good when it is asked",
}
# ... or that they lead to no person with an account.
OF_NOBODY = {
    "auth.Permission", "auth.Group_permissions", "auth.Group", "contenttypes.ContentType", "socialaccount.SocialApp",
    "accounts.Organisation", "register.Subject", "register.Card", "register.Facet", "register.Source",
    "register.Credit", "register.Award", "register.Release", "register.Merged", "register.Spelling", "register.Gram",
    "keeping.Pair", "funding.Programme", "funding.ParameterValue", "funding.CalendarYear", "funding.CalendarDay",
    "funding.Call", "funding.CallVersion", "funding.Happening", "funding.FormVersion",
    "ledger.Head", "ledger.Cosignature", "ledger.Stamp",
}  # fmt: skip


def test_every_table_is_exported_or_says_why_not() -> None:
    tables = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    assert tables - {*EXPORTED, *LEFT, *OF_NOBODY} == set(), (
        "say where a person's rows of it stand, or why not"
    )
    assert {*EXPORTED, *LEFT, *OF_NOBODY} - tables == set()


def test_no_table_that_points_at_a_person_is_taken_for_one_of_nobody() -> None:
    pointing = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model is User
    }
    assert pointing & OF_NOBODY == set()


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted({*EXPORTED.values(), "done_by_others"}))
def test_a_whole_life_stands_in_the_file(name: str) -> None:
    assert everything(lived())[name], f"nothing stands under {name}"


@pytest.mark.django_db
def test_the_file_says_who_one_is_and_what_one_wrote() -> None:
    someone = lived()
    answer = people.client(someone).get(reverse("account-data"))
    found = json.loads(answer.content)
    assert (found["account"]["name"], found["account"]["email"]) == (NAME, EMAIL)
    assert found["notices"] == {"work": "here", "answer": "daily"}
    assert found["proposals"][0]["note"] == "As the poster says"
    assert found["proposals"][0]["fate"] == "refused"
    assert any(NAME in letter["text"] for letter in found["letters"])
    assert {"totp", "webauthn"} <= {step["type"] for step in found["second_steps"]}
    assert "accounts.role.seated" in {line["code"] for line in found["done_by_others"]}


@pytest.mark.django_db
def test_no_secret_and_nobody_else_stands_in_the_file() -> None:
    someone, other = lived(), people.user("Сынақ Басқа", "other@example.org")
    whole = json.dumps(everything(someone), default=str, ensure_ascii=False)
    assert other.email not in whole and other.name not in whole
    assert someone.password not in whole
    assert "secret" not in {word for step in everything(someone)["second_steps"] for word in step}


@pytest.mark.django_db
def test_the_file_is_for_its_owner_only() -> None:
    answer = people.client(people.user()).get(reverse("account-data"))
    assert "Access-Control-Allow-Origin" not in answer and answer["Cache-Control"] == "private, no-store"
    assert Client().get(reverse("account-data")).status_code == 401
