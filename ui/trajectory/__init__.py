"""The trajectory of one young person on one page."""
