"""Claims of speed, each measured by one script: ./kino bench NAME."""
