"""What comes of a class: reports, grades, and who may see what."""
