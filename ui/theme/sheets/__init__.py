"""Keep the rules of the style sheet, one subject per file; @token; and $size are filled in later."""
