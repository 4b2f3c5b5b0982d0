"""Screens: one declarative file a page."""
