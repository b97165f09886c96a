"""Screens: the main one, and help."""
