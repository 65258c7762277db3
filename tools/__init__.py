"""What learns the files in ``getnewsfast/text/models/``: each is a command of its own."""
