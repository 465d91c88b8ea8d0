"""The product's own drawings, as code: shared shapes, people, places, things and icons."""
