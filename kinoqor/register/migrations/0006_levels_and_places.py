"""How complete a card is and what it lacks, and the place of a claim that stands again."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kinoqor.ledger.deed.triggers import append_only, lift_append_only

COLUMNS = [
    "id",
    "subject_id",
    "prop",
    "value",
    "target_id",
    "qualifiers",
    "lang",
    "script",
    "note",
    "rank",
    "source_id",
    "sender",
    "fingerprint",
    "stated_id",
    "proposed",
    "published_id",
    "withdrawn_id",
    "place",
]


def lift(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    lift_append_only(editor, "register_claim")


def keep(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    append_only(editor, "register_claim", COLUMNS, once=["published_id", "withdrawn_id"])


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0005_identity"),
    ]

    operations = [
        migrations.AddField(
            model_name="card",
            name="level",
            field=models.SmallIntegerField(
                choices=[(0, "less than the minimum"), (1, "minimum"), (2, "core"), (3, "full")], null=True
            ),
        ),
        migrations.AddField(
            model_name="card",
            name="lacks",
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name="card",
            name="weight",
            field=models.IntegerField(default=0),
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(
                fields=["kind", "-weight", "ref", "lacks", "level", "year"], name="card_kind_weight"
            ),
        ),
        migrations.RemoveIndex(
            model_name="card",
            name="card_kind_year",
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(fields=["kind", "year", "level", "lacks"], name="card_kind_year"),
        ),
        migrations.AddIndex(
            model_name="card",
            index=models.Index(fields=["kind", "level", "lacks", "year"], name="card_kind_lacks"),
        ),
        migrations.RunPython(lift, migrations.RunPython.noop),
        migrations.AddField(
            model_name="claim",
            name="place",
            field=models.BigIntegerField(null=True),
        ),
        migrations.RunPython(keep, migrations.RunPython.noop),
    ]
