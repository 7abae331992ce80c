"""Công khai: what must be made public, where it hangs, and whether it hung long enough."""
