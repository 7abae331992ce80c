"""Use cases that span features, as functions over one unit of work."""
