"""Công khai ngân sách: the forms by period, their figures cell by cell, import, print and disclosure."""
