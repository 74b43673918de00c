"""What readers write beside a map: layers of annotations, what they agree on, what comes of it."""
