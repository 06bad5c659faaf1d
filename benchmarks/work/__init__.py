"""What is measured, each in a process of its own: importing this package opens the house on an empty database.

Its words: a worker (prints one measure a line). Its neighbours: benchmarks.place starts it and hears it.
"""

import os
import sys

import django
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinoqor.settings")
django.setup()
call_command("migrate", verbosity=0, stdout=sys.stderr)
