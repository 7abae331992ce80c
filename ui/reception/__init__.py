"""Tiếp công dân: the schedule of reception, generated, checked, printed, posted and changed with a reason."""
