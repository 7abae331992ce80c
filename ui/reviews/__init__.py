"""The chairman's month: figures, the sheet to sign, and each officer's year."""
