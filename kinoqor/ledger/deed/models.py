"""The line of the journal."""

from django.db import models


class Deed(models.Model):
    """Who did what, when, to which subject, and what changed. Append-only by database trigger."""

    at = models.DateTimeField()
    code = models.CharField(max_length=80)
    # Who, by name and not by key, since accounts stand above and may be erased: "user:3", "pack:kz", "clock".
    voice = models.CharField(max_length=80)
    # In which of their seats a person acted, by name for the same reason: "seat:7"; empty for who has none on.
    hat = models.CharField(max_length=40, blank=True, default="")
    subject = models.CharField(max_length=40, blank=True)
    why = models.TextField(blank=True)
    # What the deed learnt while it was done; filled once, when it ends.
    details = models.JSONField(null=True)
    # The outermost deed in whose course this one was done; empty for what was done for its own sake.
    within = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts", db_index=False)

    class Meta:
        indexes = [
            models.Index(fields=["-at", "-id"], name="deed_at", condition=models.Q(within=None)),
            models.Index(fields=["within"], name="deed_within", condition=~models.Q(within=None)),
            models.Index(fields=["hat", "-at"], name="deed_hat_at", condition=~models.Q(hat="")),
            models.Index(fields=["code", "-at"], name="deed_code_at"),
            models.Index(fields=["subject", "-at"], name="deed_subject_at"),
            models.Index(fields=["voice", "-at"], name="deed_voice_at"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.code} {self.subject}"
