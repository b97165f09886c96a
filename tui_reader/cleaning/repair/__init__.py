"""Repairs of the text of the body. `repairs` runs them in order; `bullets` makes items of lines with a sign in front."""
