"""The practice desk: invented people with something of everything."""
