"""Addresses to go on to after signing in."""


def local_path(address: str | None) -> str | None:
    """An address, if it is a staff page of ours; browsers read a backslash as a slash, and `%2e` as a dot."""
    language, _, rest = (address or "").removeprefix("/").partition("/")
    path = rest.partition("?")[0].lower().replace("%2e", ".")
    local = rest.startswith("staff/") and language.isalpha() and rest.isprintable()
    return f"/{language}/{rest}" if local and "\\" not in rest and ".." not in path else None
