"""Running the app: serving, the schema, backups, and forgetting what has outlived its purpose."""
