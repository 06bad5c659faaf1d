"""The floor's face to Django: the records of its rooms."""

from kinoqor.deciding.allocation.models import Allocation, Departure
from kinoqor.deciding.commission.models import Hold, Ruling
from kinoqor.deciding.order.models import Brought, Order
from kinoqor.deciding.pitching.models import Absence, Contact, Out, Plan, Sheet, Slot
from kinoqor.deciding.publication.models import Outcome, Publication
from kinoqor.deciding.recheck.models import Objection, Recheck
from kinoqor.deciding.session.models import Item, Part, Presence, Sitting, Tally

__all__ = [
    "Absence", "Allocation", "Brought", "Contact", "Departure", "Hold", "Item", "Objection", "Order", "Out",
    "Outcome", "Part", "Plan", "Presence", "Publication", "Recheck", "Ruling", "Sheet", "Sitting", "Slot", "Tally",
]  # fmt: skip
