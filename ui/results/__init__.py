"""The province's published results over the years."""
