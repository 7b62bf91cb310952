"""The door: open the desk with the passphrase or the recovery key."""
