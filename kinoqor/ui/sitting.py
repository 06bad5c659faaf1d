"""How long a session lasts, and the cookie of messages: what the browser carries, minded at every request."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import SESSION_KEY, logout
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest
from django.http.response import HttpResponseBase

BEGAN, SEEN = "began", "seen"  # where a session keeps when its owner came in and when they were last here
STEP = 300  # seconds after which it is written down again that they are here


class Sitting:
    """A session ends after an hour of silence, by its cookie and its row, and after a working day in any case.

    What a signed-in person is shown is kept by nobody on the way, a public page with their name on it included.
    """

    def __init__(self, answer: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        known = settings.SESSION_COOKIE_NAME in request.COOKIES and SESSION_KEY in request.session
        if known:
            self.mind(request, time.time())
        answer = self.answer(request)
        if known:
            answer.headers.setdefault("Cache-Control", "private, no-cache")
        return answer

    @staticmethod
    def mind(request: HttpRequest, now: float) -> None:
        """Sign out whose day is over; note that the others are here."""
        session = request.session
        if now - session.get(BEGAN, now) > settings.SITTING:
            logout(request)
        elif now - session.get(SEEN, 0) > STEP:
            session[SEEN] = now
            session.setdefault(BEGAN, now)


class Told(CookieStorage):
    """Messages in a cookie that, over TLS, belongs to this very host by its name."""

    cookie_name = "__Host-messages" if settings.HTTPS else "messages"
