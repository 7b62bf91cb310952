"""The first window: open the desk with a passphrase or a recovery key."""
