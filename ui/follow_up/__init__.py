"""The tab on what happens after school and after the programme: situation, terms, attempts, flags, OKOT."""
