"""Hôm nay: what is due or missing now, what the week brings, how ready the next report is."""
