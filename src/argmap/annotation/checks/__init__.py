"""What is wrong with layers beside their map, their codebooks and one another."""
