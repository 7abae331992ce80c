"""Đối thoại: the meetings with the people, and the opinions that must be answered."""
