"""The files of a country pack, each read into statements; one file a kind of table."""
