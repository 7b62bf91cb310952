"""The desk without a screen: everything eletdesk can do, importable, scriptable and testable headless."""
