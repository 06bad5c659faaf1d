"""What a filing froze, as the plain values that the law looks at."""
