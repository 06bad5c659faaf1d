"""The door: a sign-in page by e-mail and password; second factors and passkeys come with the next step.

Words: sign-in.
Neighbours: asks the users; every page's head leads here.
"""
