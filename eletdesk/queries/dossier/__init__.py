"""What a referral dossier says: composed from the case file, section by section."""
