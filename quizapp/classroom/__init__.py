"""The teacher: classes, lessons for them, who took part and what was understood."""
