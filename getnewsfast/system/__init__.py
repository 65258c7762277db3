"""Running the hub: the guarded way out, the database, the processes, health.

In: addresses to fetch, a data folder, an environment. Out: answers, a running hub, its state.
Never: knows what an article is.
"""
