"""What git calls for maps: a merge, a diff and an outline, and how it comes to call them."""
