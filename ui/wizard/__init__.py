"""The first run: three short steps, or the sample data."""
