"""The name of a letter's receiver stands beside the letter, so that it can be erased."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0005_deed_within")]
    operations = [
        migrations.AddField("sending", "name", models.CharField(blank=True, default="", max_length=120)),
    ]
