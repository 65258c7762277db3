"""What can be done to an article, one verb a file.

Each verb is check, change, verdict, audit line, announcement, in one transaction with the row
locked. Done twice it is done once. It returns the article as it is now, and raises GiveUp with a
sentence for the person who asked where it cannot be.
"""
