"""Whether the models have changes that no migration makes. Needs no database server."""

from __future__ import annotations

import sys

import django
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.utils import translation

OURS = "getnewsfast."

django.setup()
translation.deactivate_all()  # migrations hold the English names
loader = MigrationLoader(None)
changes = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps)).changes(
    graph=loader.graph
)
labels = {config.label for config in apps.get_app_configs() if config.name.startswith(OURS)}
missing = sorted(labels & changes.keys())
for label in missing:
    for migration in changes[label]:
        for operation in migration.operations:
            print(f"{label}: {operation.describe()}")
if missing:
    sys.exit("Migrations are missing: run «manage.py makemigrations».")
