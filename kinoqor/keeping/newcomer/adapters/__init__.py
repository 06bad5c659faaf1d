"""Newcomers and look-alikes in words."""
