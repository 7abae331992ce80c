"""Nạp kế hoạch: choosing the province's file, checking how it was read, and saving it."""
