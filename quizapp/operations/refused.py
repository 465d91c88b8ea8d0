"""Why a backup or a restore was not done."""


class BackupRefused(Exception):
    """The message is one clear line for whoever runs the server."""
