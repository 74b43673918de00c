"""What becomes of an annotation when the text that it is about changes."""
