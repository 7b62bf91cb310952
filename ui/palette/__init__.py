"""The quick line: one line of typing that becomes a session, a contact, a task or a step."""
