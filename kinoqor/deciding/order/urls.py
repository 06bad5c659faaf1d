"""The addresses of the room."""

from django.urls import path

from kinoqor.deciding.order import views
from kinoqor.deciding.order.adapters.kept import KEEPER
from kinoqor.deciding.order.words import PREFIX
from kinoqor.ledger.file.access import keep

keep(PREFIX, KEEPER)

ROUND, ONE = "desk/rounds/<slug:ref>/<slug:stage>/order", "desk/orders/<int:number>"
urlpatterns = [
    path(f"{ROUND}/", views.order, name="order"),
    path(f"{ROUND}/draft/", views.order_draft, name="order-draft"),
    path(f"{ONE}/", views.order_one, name="order-one"),
    path(f"{ONE}/statement/", views.statement, name="order-statement"),
    path(f"{ONE}/lay-out/", views.order_lay_out, name="order-lay-out"),
    path(f"{ONE}/sign/", views.order_sign, name="order-sign"),
    path(f"{ONE}/by-hand/", views.order_hand, name="order-hand"),
    path(f"{ONE}/end/", views.order_end, name="order-end"),
]
