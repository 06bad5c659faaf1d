"""Files: what people have sent, each version kept under its digest, judged by its content and shown to nobody unscanned.

Words: holder (what a file belongs to: "application:12"), slot (what it is there for: "script"), place (the first,
second ... file of a slot), version, part (a file that is still coming in), keeper (who answers for a kind of holder).
Neighbours: rests on deeds; the rooms above say who may read and write by being the keeper of their holders.
"""
