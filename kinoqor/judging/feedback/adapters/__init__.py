"""What stands between the reasons and their pages."""
