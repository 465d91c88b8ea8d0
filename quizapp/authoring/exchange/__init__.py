"""Lessons, their texts and their questions as files: out, and in again."""
