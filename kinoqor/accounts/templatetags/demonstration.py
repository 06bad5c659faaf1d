"""What pages of sign-in tell of the invented people of a house on trial, and of its outbox."""

from django import template

from kinoqor.accounts.notice.queries import has_outbox
from kinoqor.accounts.signin.adapters import demonstration

register = template.Library()


@register.simple_tag(takes_context=True)
def invented_people(context: template.Context) -> list[demonstration.Invented]:
    """{% invented_people as people %}: those whom the reader may sign in as; nobody where they may not be told."""
    return demonstration.people(context["request"])


@register.simple_tag(takes_context=True)
def invented_password(context: template.Context) -> str:
    """{% invented_password as password %}: the password of the invented people, or nothing."""
    return demonstration.password(context["request"])


@register.simple_tag(takes_context=True)
def invented_code(context: template.Context) -> str:
    """{% invented_code as code %}: the code that the app of the invented people shows now, or nothing."""
    return demonstration.code(context["request"])


@register.simple_tag
def letters_land_here() -> bool:
    """{% letters_land_here as here %}: whether letters land in the outbox of this house instead of a mailbox."""
    return has_outbox()
