"""The addresses of the room."""

from django.urls import path

from kinoqor.keeping.series import views

urlpatterns = [
    path("desk/series.csv", views.series_csv, name="series-csv"),
    path("desk/series/", views.series, name="series"),
    path("desk/series/new/", views.series_new, name="series-new"),
    path("desk/series/<int:number>/", views.series_one, name="series-one"),
    path("desk/series/<int:number>/undo/", views.series_undo, name="series-undo"),
]
