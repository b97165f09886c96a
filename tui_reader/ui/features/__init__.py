"""One folder a feature: its commands, its controller, its panel. `registration` lists them; none imports another."""
