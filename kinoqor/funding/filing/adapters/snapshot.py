"""What is frozen when an application is filed: a value of which there is one canonical text."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from kinoqor.funding.application.models import Application
from kinoqor.funding.application.rules import FiledFile
from kinoqor.funding.call.queries import terms_of
from kinoqor.funding.filing.rules import Asked
from kinoqor.kit.question import Form, asked_values

FORMAT = "kinoqor/filing/1"


def snapshot(
    application: Application,
    form: Form,
    files: Sequence[FiledFile],
    which: int,
    asked: Asked,
    beside: dict[str, Any],
) -> dict[str, Any]:
    """All of an application as it is filed. `beside`: the company file and the estimate, by their names."""
    return {
        "format": FORMAT,
        "application": application.pk,
        "filing": which,
        "at": moment(asked.now),
        "call": application.version.call.ref,
        "version": application.version.number,
        "version_digest": application.version.digest,
        "stage": application.stage,
        "form": application.form_version.code,
        "form_version": application.form_version.number,
        "stream": application.stream,
        "kind": application.kind,
        "film": application.film.ref,
        "titles": application.titles,
        "answers": asked_values(form, application.values),
        "crew": application.crew,
        "files": [each._asdict() for each in files],
        **beside,
        **({"invented": True} if terms_of(application.version).invented else {}),
    }


def moment(when: datetime) -> str:
    """A moment in UTC to the microsecond, written in one way."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
