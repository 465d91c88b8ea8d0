"""quizapp: lessons on staying safe, for primary schools in North Macedonia, in Macedonian and Albanian."""
