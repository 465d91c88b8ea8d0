"""The pupil: joining, taking a lesson, and what is kept of it."""
