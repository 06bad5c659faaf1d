"""Nine signs, each a disc and a line, 16 by 16, drawn in the colour of the text and always beside a word."""

from django.utils.safestring import SafeString, mark_safe

_RING = '<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.6"/>'

_DRAWN = {
    "open": _RING,
    "waiting": f'{_RING}<path d="M1.4 8a6.6 6.6 0 0 1 13.2 0z" fill="currentColor"/>',
    "good": '<circle cx="8" cy="8" r="7.2" fill="currentColor"/>',
    "late": (
        '<path d="M-1 6.6h18" stroke="currentColor" stroke-width="2"/>'
        '<path d="M1.4 8.6a6.6 6.6 0 0 0 13.2 0z" fill="currentColor"/>'
    ),
    "refused": f'{_RING}<path d="M-1 8h18" stroke="currentColor" stroke-width="2.4"/>',
    "lifted": (
        '<circle cx="8" cy="4.6" r="4.4" fill="currentColor"/>'
        '<path d="M-1 14h18" stroke="currentColor" stroke-width="2"/>'
        '<path d="M8 13v-3" stroke="currentColor" stroke-width="1.6"/>'
    ),
    "money": (
        '<circle cx="8" cy="8" r="7.2" stroke="currentColor" stroke-width="1.6"/>'
        '<path class="coin" d="M4.6 5h6.8M4.6 7.4h6.8M8 7.4v5" fill="none" stroke-width="1.5"/>'
    ),
    "unverified": (
        '<circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" stroke-width="1.8" '
        'stroke-dasharray="2.4 2.2"/>'
    ),
    "disagree": (
        '<g fill="none" stroke="currentColor" stroke-width="1.6"><circle cx="5.2" cy="8" r="5.2"/>'
        '<circle cx="10.8" cy="8" r="5.2"/></g>'
        '<path d="M8 3.6a5.2 5.2 0 0 1 0 8.8 5.2 5.2 0 0 1 0-8.8z" fill="currentColor"/>'
    ),
}

SIGNS = tuple(_DRAWN)
_READY = {
    name: mark_safe(
        f'<svg class="d d-{name}" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{drawn}</svg>'
    )
    for name, drawn in _DRAWN.items()
}


def sign(name: str) -> SafeString:
    """The markup of one sign. Raises KeyError for a name that is not one of SIGNS: a sign has a fixed
    meaning.
    """
    return _READY[name]
