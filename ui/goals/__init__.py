"""Goals, how it goes in the domains of life, and what was tried: the tabs Goals and Care of a case."""
