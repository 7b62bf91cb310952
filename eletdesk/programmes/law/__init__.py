"""Rules that come from laws and circulars: read from resources/rules, each with its source."""
