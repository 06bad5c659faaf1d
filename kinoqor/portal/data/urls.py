"""The addresses of the room."""

from django.urls import path

from kinoqor.portal.data import views

urlpatterns = [
    path("about/", views.about, name="about"),
    path("about/without-<slug:gap>.csv", views.gap_csv, name="gap-csv"),
    path("about/without-<slug:gap>.json", views.gap_json, name="gap-json"),
    path("about/pack/<path:name>", views.pack_file, name="pack-file"),
]
# Addresses outside of the languages.
plain_urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<slug:kind>-<int:piece>.xml", views.sitemap_piece, name="sitemap-piece"),
]
