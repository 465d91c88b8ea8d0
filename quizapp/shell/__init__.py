"""The frame around every page: front door, errors, health, headers, same-origin writes."""
