"""The public record: what the law makes public, written where nobody can change it afterwards without being seen.

Words: leaf, kind, head (size and root, signed), tile, witness, salt.
Neighbours: rests on deeds; rooms above write leaves inside their deeds; the portal's record shows its files.
"""
