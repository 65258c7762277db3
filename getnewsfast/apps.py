"""The whole hub as one application: what follows what is wired in every process that serves it."""

from django.apps import AppConfig


class HubConfig(AppConfig):
    name = "getnewsfast"
    label = "hub"

    def ready(self) -> None:
        # Procrastinate imports the flow in its workers only. Without this the desk's Publish
        # button, pressed in a web process, reaches no receiver: nothing settled or announced.
        from getnewsfast import flow  # noqa: F401
