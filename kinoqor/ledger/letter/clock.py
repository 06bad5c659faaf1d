"""Sending: a job for each letter, and a look every minute after those that nobody called.

Nothing is lost: a letter and its job are written in the deed's own transaction, and a worker that dies leaves the job
to the next. Nothing is sent twice: in the outbox the handing over and its mark are one transaction. A mail server
cannot be put into a transaction, so a letter is marked as being handed over before the server hears of it; if the
worker or the line dies in that moment, nobody can know whether the server took it. Such a letter is marked as unsure
and shown to an administrator, who decides; it is never sent again by itself.
"""

from datetime import timedelta
from smtplib import SMTPException, SMTPRecipientsRefused, SMTPResponseException, SMTPServerDisconnected

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.utils import timezone

from kinoqor.kit.jobs import Every, Manner, clear, job
from kinoqor.ledger.letter.models import Sending
from kinoqor.ledger.letter.queries import handed_over_before, to_outbox, waiting_since
from kinoqor.ledger.letter.rules import is_refusal_for_good
from kinoqor.ledger.letter.words import State

LEASE = timedelta(minutes=2)
SENDING = Manner(lease=LEASE)
LONGEST_PAUSE = timedelta(seconds=SENDING.pauses[-1])
# How long beyond its pause a letter may wait before its job is called anew.
OVERDUE = timedelta(minutes=5)
# A letter that could not be handed over for so long has failed; somebody looks at it.
PATIENCE = timedelta(days=3)


class NotTaken(Exception):
    """The mail server did not take a letter; it is tried again later."""


@job(SENDING)
def send(number: int) -> str:
    """Send one letter, if it still waits; what became of it."""
    with transaction.atomic():
        sending = Sending.objects.select_for_update().select_related("letter").get(pk=number)
        if sending.state == State.HANDING and timezone.now() - sending.changed >= LEASE:
            return _mark(sending, State.UNSURE)
        if sending.state != State.WAITING:
            return sending.state
        if to_outbox():
            return _mark(sending, State.SENT)
        if not settings.MAIL:
            return sending.state  # it waits until a mail server is set
        sending.tries += 1
        _mark(sending, State.HANDING)
    return _hand_over(sending)


def _hand_over(sending: Sending) -> str:
    """Give a letter to the mail server. Only what the server itself has refused is known not to be sent."""
    server = get_connection()
    try:
        server.open()
    except (SMTPException, OSError) as trouble:
        return _try_again(sending, trouble, 0)
    try:
        server.send_messages([_message(sending)])
    except SMTPServerDisconnected as trouble:
        return _mark(sending, State.UNSURE, _said(trouble))
    except SMTPResponseException as trouble:
        return _try_again(sending, trouble, trouble.smtp_code)
    except SMTPRecipientsRefused as trouble:
        return _try_again(sending, trouble, min(code for code, _words in trouble.recipients.values()))
    except (SMTPException, OSError) as trouble:
        return _mark(sending, State.UNSURE, _said(trouble))
    finally:
        server.close()
    return _mark(sending, State.SENT)


def _try_again(sending: Sending, trouble: Exception, code: int) -> str:
    """Let a letter that was not taken wait for its next try; after three days, or a no for good, it has failed."""
    if is_refusal_for_good(code) or timezone.now() - sending.letter.at > PATIENCE:
        return _mark(sending, State.FAILED, _said(trouble))
    _mark(sending, State.WAITING, _said(trouble))
    raise NotTaken(str(trouble)) from trouble


def _said(trouble: Exception) -> str:
    return f"{type(trouble).__name__}: {trouble}"[:300]


def _mark(sending: Sending, state: State, trouble: str = "") -> str:
    sending.state, sending.trouble, sending.changed = state, trouble, timezone.now()
    if state == State.SENT:
        # In the outbox the words stay, since the outbox is where they are read.
        sending.secret_body = sending.secret_body if to_outbox() else ""
    sending.save(update_fields=["state", "trouble", "changed", "tries", "secret_body"])
    return str(state)


def _message(sending: Sending) -> EmailMessage:
    letter = sending.letter
    return EmailMessage(
        letter.subject_line,
        letter.text,
        settings.DEFAULT_FROM_EMAIL,
        [sending.address],
        headers={
            "Message-ID": sending.message_id,
            "Content-Language": letter.language,
            "Auto-Submitted": "auto-generated",
        },
    )


@job(due=Every(minutes=1))
def look_after_waiting() -> int:
    """Call the job of every letter that nobody has called in time, and clear away the rows of old jobs."""
    now = timezone.now()
    clear(now)
    if not (settings.MAIL or to_outbox()):
        return 0
    left = [
        number
        for number, tries, changed in waiting_since(now - OVERDUE)
        if changed + _pause(tries) + OVERDUE < now
    ]
    Sending.objects.filter(pk__in=left, state=State.WAITING).update(changed=now)
    left += handed_over_before(now - LEASE)
    for number in left:
        send.enqueue(number)
    return len(left)


def _pause(tries: int) -> timedelta:
    """How long a letter waits after so many tries; a job ends with its last pause, a letter goes on with it."""
    return (SENDING.again_after(tries) or LONGEST_PAUSE) if tries else timedelta()
