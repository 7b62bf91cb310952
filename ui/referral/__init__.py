"""The referral dossier: its sections, what stays out, and the live preview."""
