"""What ./kino is made of: standard library only, for nothing else may be here yet when it starts.

Its words: a step (a line of progress with its seconds), a refusal (one plain sentence), a lock (a list of
packages with their hashes). Its neighbours: the commands of kinoqor's floors, which it calls as programs.
"""
