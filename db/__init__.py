"""Storage: the encrypted database behind the stores of the domain; the only code that speaks SQL."""
