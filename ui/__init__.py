"""The screens: only this package uses Qt, and it reaches the database only through `operations`."""
