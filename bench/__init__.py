"""The budgets, measured: ratios within one run on one machine, never asserted by a test."""
