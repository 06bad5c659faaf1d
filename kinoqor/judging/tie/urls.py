"""The addresses of the room."""

from django.urls import path

from kinoqor.judging.tie import views

urlpatterns = [
    path("desk/conflicts/", views.conflicts, name="desk-conflicts"),
    path("desk/conflicts/<int:number>/", views.conflict, name="conflict"),
    path("desk/conflicts/<slug:call>/before/", views.before, name="conflicts-before"),
    path("desk/conflicts/<slug:call>/<slug:stage>/", views.round_, name="conflicts-round"),
    path("desk/conflicts/<slug:call>/<slug:stage>/look/", views.look_now, name="conflicts-look"),
    path("desk/conflicts/<slug:call>/<slug:stage>/report/", views.report_one, name="conflicts-report"),
    path("conflicts/", views.own, name="conflicts"),
    path("conflicts/declare/<int:number>/", views.declare_one, name="conflict-declare"),
    path("conflicts/<int:number>/back/", views.back, name="conflict-back"),
    path("applications/<int:number>/readers/", views.readers, name="application-readers"),
]
