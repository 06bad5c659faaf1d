"""A drawing that was drawn is kept: the same numbers and words give the same picture, page after page."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import fields, is_dataclass
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

from django.utils.functional import Promise

P = ParamSpec("P")
R = TypeVar("R")
MOST = 256


def frozen(value: object) -> Hashable:
    """What a drawing was asked with, as a key: equal only if the drawing would be. Raises TypeError for what cannot be.

    Numbers keep their type beside them, since 1, 1.0 and True draw differently; lazy words are read in the language of
    the page.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (int, float)):
        return (type(value).__name__, value)
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, Mapping):
        return ("map", tuple((frozen(name), frozen(one)) for name, one in value.items()))
    if isinstance(value, (list, tuple)):
        return ("row", tuple(frozen(one) for one in value))
    if is_dataclass(value) and not isinstance(value, type):
        return (type(value).__name__, tuple(frozen(getattr(value, field.name)) for field in fields(value)))
    raise TypeError(f"{type(value).__name__} is not kept")


def kept(draw: Callable[P, R]) -> Callable[P, R]:
    """Keep the last MOST drawings of a pure function; what cannot be a key is drawn anew each time."""
    known: OrderedDict[Hashable, R] = OrderedDict()
    lock = Lock()

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            key = (frozen(args), frozen(kwargs))
        except TypeError:
            return draw(*args, **kwargs)
        with lock:
            if key in known:
                known.move_to_end(key)
                return known[key]
        answer = draw(*args, **kwargs)
        with lock:
            known[key] = answer
            while len(known) > MOST:
                known.popitem(last=False)
        return answer

    return drawn
