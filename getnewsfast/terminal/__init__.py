"""What an operator types: ``getnewsfast init``, ``up``, ``demo``, ``doctor`` …

In: words on a command line. Out: a running hub, or a sentence that says what is wrong.
Never: holds what the hub does; it only calls it.
"""
