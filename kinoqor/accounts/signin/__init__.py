"""How people come in: by e-mail and password, by passkey, by another house's sign-in; the second step; their sessions.

Words: sign-in, second step, passkey, recovery code, session.
Neighbours: the sign-in library does the work behind our door; what changes is a deed and is told by a notice.
"""
