"""The addresses of the room: pages in each language, and files, which have none."""

from django.urls import path, re_path

from kinoqor.portal.record import views

# A tile's level and number as tlog-tiles writes them; nothing else of the folder has an address.
TILE = r"(?P<path>(?:[0-9]{1,2}|entries)/(?:x[0-9]{3}/)*[0-9]{3}(?:\.p/[0-9]{1,3})?)"
ROUND = r"(?P<ref>[\w.-]+)/(?P<stage>[\w.-]+)/(?P<name>(?:draw-[0-9]+/)?[a-z]+\.json)"
plain_urlpatterns = [
    path("record/checkpoint", views.checkpoint, name="record-checkpoint"),
    re_path(rf"^record/tile/{TILE}$", views.tile, name="record-tile"),
    path("record/leaf/<int:index>.json", views.leaf, name="record-leaf"),
    path("record/leaf/<int:index>.tlog-proof", views.proof, name="record-proof"),
    path("record/stamps/<int:size>.tsr", views.stamp, name="record-stamp"),
    path("record/stamps/<int:size>", views.stamped, name="record-stamped"),
    path("record/leaf/<int:index>.checkpoint", views.first_over, name="record-first"),
    path("record/key", views.key, name="record-key"),
    path("record/kinoqor-verify.py", views.verifier_file, name="record-verifier"),
    path("record/calls/files.json", views.files, name="record-files"),
    re_path(rf"^record/calls/{ROUND}$", views.document, name="record-document"),
]

urlpatterns = [
    path("record/", views.entries, name="record"),
    path("record/entry/<int:index>/", views.entry, name="record-entry"),
    path("record/check/", views.check, name="record-check"),
]
