"""What a lesson is: documents, kinds of question, packages, revisions, the lesson page."""
