"""The ways in which a command can fail, each with its exit code."""


class DashboardFailure(Exception):
    """A message for the person at the terminal: what, where, which value, what to do."""

    exit_code = 5


class WorldFailed(DashboardFailure):
    """Python, network, disk, port, Superset or the browser did not do what was asked."""

    exit_code = 5


class AssetsRefused(DashboardFailure):
    """Our own dashboard files are wrong; nothing was imported."""

    exit_code = 3
