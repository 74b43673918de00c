"""A map as a page for a browser: one HTML file, without a network.

The page knows the library; the library does not know the page.
"""
