"""What collecting announces, inside the transaction that made it true."""

from django.dispatch import Signal

entries_found = Signal()  # entries: list[Entry], new or with another text than before
