"""What a package must fulfil; one question a module."""
