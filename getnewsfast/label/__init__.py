"""Section and tags.

In: an article and the names its source gave it. Out: its section by the desk's map, its tags.
Never: guesses; a name the map does not know is listed for an editor.
"""
