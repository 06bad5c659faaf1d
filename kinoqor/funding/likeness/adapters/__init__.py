"""Forms in which what is compared comes and is kept."""
