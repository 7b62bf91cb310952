"""The case file of one young person: timeline, network, log and tasks."""
