"""Everything a guidance worker can do to a case, one function each: verb and noun."""
