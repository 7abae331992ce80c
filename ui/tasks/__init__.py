"""Nhiệm vụ: the tasks by content, and what was done on each in the period."""
