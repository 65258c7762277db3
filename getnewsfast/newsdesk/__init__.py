"""Rules and people decide.

In: an article with its section. Out: a verdict with its reason; what is approved is published.
Never: publishes more than the source's terms allow, or without an audit line.
"""
