"""The trainer's desk: lessons written in two languages, checked, and published."""
