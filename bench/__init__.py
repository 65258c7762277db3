"""How fast and how light the hub is, measured on this machine: ``python -m bench.line``."""
