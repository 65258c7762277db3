"""Other projects' menders of Persian text, measured beside ours by ``python -m bench.text``.

Each is installed from its lock into its own environment under ``.bench/``, outside the project,
and runs as a process of its own through ``mend_lines.py`` or ``mend_lines.mjs``. Nothing of them
is part of the project or of its wheel.
"""
