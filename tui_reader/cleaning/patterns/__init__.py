"""Judgement as data: phrases and the patterns that several stages share."""
