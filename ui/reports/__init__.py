"""Báo cáo: what is missing, the text, the pages, and the files that are handed over."""
