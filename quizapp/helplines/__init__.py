"""Where to find help, and the quick way out."""
