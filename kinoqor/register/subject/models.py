"""The record of a subject: only a number and a kind; all else is claimed of it."""

from django.db import models

from kinoqor.register.subject.words import Kind


class Subject(models.Model):
    """Something of which claims are made. `ref` is kept for ever once given."""

    ref = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=16, choices=Kind.choices)
    pack = models.CharField(max_length=16)

    def __str__(self) -> str:
        return self.ref
