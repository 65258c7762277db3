"""The desk's lists and forms, as Wagtail shows them."""
