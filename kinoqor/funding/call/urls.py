"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.call import views

urlpatterns = [
    path("funding/calls/", views.calls, name="calls"),
    path("funding/calls/<slug:ref>/", views.call, name="call"),
    path("funding/calls/<slug:ref>/versions/<int:number>/", views.call_version, name="call-version"),
    path("funding/calls/<slug:ref>/check/", views.call_check, name="call-check"),
    path("desk/calls/", views.desk_calls, name="desk-calls"),
    path("desk/calls/<slug:ref>/", views.desk_call, name="desk-call"),
    path("desk/calls/<slug:ref>/preview/", views.desk_call_preview, name="desk-call-preview"),
    path("desk/calls/<slug:ref>/part/<slug:part>/", views.desk_call_part, name="desk-call-part"),
    path("desk/calls/<slug:ref>/draft/", views.desk_call_draft, name="desk-call-draft"),
    path("desk/calls/<slug:ref>/publish/", views.desk_call_publish, name="desk-call-publish"),
    path("desk/calls/<slug:ref>/drop/", views.desk_call_drop, name="desk-call-drop"),
    path("desk/calls/<slug:ref>/step/", views.desk_call_step, name="desk-call-step"),
    path("desk/calls/<slug:ref>/annul/", views.desk_call_annul, name="desk-call-annul"),
]
