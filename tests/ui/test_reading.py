"""A question writes nothing: seen at the connection."""

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.test import Client
from pytest_django.fixtures import Settings

from kinoqor.ui.reading import WroteOnAsking, is_question

QUESTIONS = [
    "SELECT 1",
    "  select * FROM a WHERE name = 'DELETE FROM b'",
    "(SELECT 1) UNION (SELECT 2)",
    "WITH a AS (SELECT 1) SELECT * FROM a",
    'SAVEPOINT "s1"',
    "PRAGMA table_info(a)",
    "BEGIN IMMEDIATE",
    'DELETE FROM "django_session" WHERE session_key = %s',
    "UPDATE django_session SET expire_date = %s",
]
WRITES = [
    "INSERT INTO a VALUES (1)",
    "update a set b = 1",
    " DELETE FROM a",
    "REPLACE INTO a VALUES (1)",
    "WITH gone AS (DELETE FROM a RETURNING *) SELECT * FROM gone",
    "WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a",
    "CREATE TABLE a (b int)",
    "DROP TABLE a",
    "TRUNCATE a",
    "COPY a FROM STDIN",
    "DELETE FROM django_session_of_others",
    "/* a page */ UPDATE a SET b = 1",
]


@pytest.mark.parametrize("statement", QUESTIONS)
def test_a_statement_that_reads_is_a_question(statement: str) -> None:
    assert is_question(statement)


@pytest.mark.parametrize("statement", WRITES)
def test_a_statement_that_writes_is_none(statement: str) -> None:
    assert not is_question(statement)


@pytest.fixture
def doors(settings: Settings, db: None) -> Client:
    settings.ROOT_URLCONF = "tests.ui.doors"
    settings.NAV = settings.NAV_FOOT = []
    return Client()


@pytest.mark.parametrize("ask", ["get", "head", "options"])
def test_a_question_that_writes_is_stopped_and_nothing_is_written(doors: Client, ask: str) -> None:
    with pytest.raises(WroteOnAsking), transaction.atomic():
        getattr(doors, ask)("/write/")
    assert not Group.objects.exists()


def test_a_form_writes(doors: Client) -> None:
    assert doors.post("/write/").status_code == 200
    assert Group.objects.exists()


def test_a_page_that_says_why_it_must_may_write(doors: Client) -> None:
    assert doors.get("/must/").status_code == 200
    assert Group.objects.exists()


def test_the_reader_keeps_their_own_session(doors: Client) -> None:
    assert doors.get("/pocket/").content == b"1"
