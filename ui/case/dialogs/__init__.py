"""The sheets of a case: each records or changes one thing and says afterwards what was done."""
