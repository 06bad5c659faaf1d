"""The line of the journal."""

from django.db import models


class Deed(models.Model):
    """Who did what, when, to which subject, and what changed. Append-only by database trigger."""

    at = models.DateTimeField()
    code = models.CharField(max_length=80)
    # Who, by name and not by key, since accounts stand above and may be erased: "user:3", "pack:kz", "clock".
    voice = models.CharField(max_length=80)
    subject = models.CharField(max_length=40, blank=True)
    why = models.TextField(blank=True)
    # What the deed learnt while it was done; filled once, when it ends.
    details = models.JSONField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["code", "-at"], name="deed_code_at"),
            models.Index(fields=["subject", "-at"], name="deed_subject_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.code} {self.subject}"
