"""For all tests: Hypothesis judges what is right, not how fast this machine happens to be."""

from hypothesis import HealthCheck, settings

settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")
