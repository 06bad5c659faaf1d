"""A crowd of applicants in the last hour before a deadline, and what the house must still know of them afterwards;
and a stage whose files many experts read.

Its words: an applicant (an invented person of an invented company), a line (one connection to the server), an hour (all
that the crowd asks, timed), told (what an applicant was acknowledged).
Its neighbours: benchmarks.work.rush opens the house, lets the hour pass, and says what was measured;
benchmarks.work.panel shows the stage.
"""
