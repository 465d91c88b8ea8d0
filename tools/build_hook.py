"""A step of every build: the catalogs are compiled, since only their sources are in the repository."""

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compile translations before files are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by the builder of wheels and editable installs, and of the sdist."""
        runpy.run_path(str(Path(self.root) / "tools" / "catalogs.py"))["compile_all"]()
