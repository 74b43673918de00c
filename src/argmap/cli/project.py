"""Settings of the project for commands: a faulty file ends the command."""

from argmap.cli.common import fail
from argmap.project import Settings, SettingsError, settings_for


def project(name: str) -> Settings:
    """The settings for a document of this name."""
    try:
        return settings_for(name)
    except SettingsError as error:
        fail(str(error))
