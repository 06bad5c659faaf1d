"""The addresses of the room."""

from django.urls import path

from kinoqor.judging.panel import views

urlpatterns = [
    path("panels/", views.panels, name="panels"),
    path("panels.json", views.panels_json, name="panels-json"),
    path("panels.csv", views.panels_csv, name="panels-csv"),
    path("panels/<slug:ref>/", views.panel, name="panel"),
    path("panels/<slug:ref>/sat/<int:number>.json", views.sat, name="panel-sat-json"),
    path("desk/panels/", views.desk_panels, name="desk-panels"),
    path("desk/panels/new/", views.make, name="panel-new"),
    path("desk/panels/<slug:ref>/", views.desk_panel, name="desk-panel"),
    path("desk/panels/<slug:ref>/appoint/", views.appoint_one, name="panel-appoint"),
    path("desk/panels/<slug:ref>/close/", views.close, name="panel-close"),
    path("desk/panels/members/<int:number>/", views.membership, name="panel-member"),
    path("desk/panels/members/<int:number>/end/", views.end, name="panel-member-end"),
]
