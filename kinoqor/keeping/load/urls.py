"""The addresses of the room."""

from django.urls import path

from kinoqor.keeping.load import views

urlpatterns = [
    path("desk/loads/", views.loads, name="loads"),
    path("desk/loads/new/", views.load_new, name="load-new"),
    path("desk/loads/example/<slug:kind>/<slug:form>/", views.load_example, name="load-example"),
    path("desk/loads/<int:number>/", views.load, name="load"),
    path("desk/loads/<int:number>/columns/", views.load_columns, name="load-columns"),
    path("desk/loads/<int:number>/doubts/", views.load_doubts, name="load-doubts"),
    path("desk/loads/<int:number>/confirm/", views.load_confirm, name="load-confirm"),
    path("desk/loads/<int:number>/withdraw/", views.load_withdraw, name="load-withdraw"),
    path("desk/loads/<int:number>/aside/", views.load_aside, name="load-aside"),
    path("desk/loads/<int:number>/again/", views.load_again, name="load-again"),
    path("desk/loads/<int:number>/back/", views.load_back, name="load-back"),
    path("desk/loads/<int:number>/progress/", views.load_progress, name="load-progress-json"),
]
