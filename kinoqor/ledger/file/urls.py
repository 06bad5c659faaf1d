"""The addresses of the room."""

from django.urls import path

from kinoqor.ledger.file import views

urlpatterns = [
    path("files/<int:number>/", views.file, name="file"),
    path("files/<int:number>/out/", views.file_out, name="file-out"),
    path("files/<slug:prefix>/<int:number>/<slug:slot>/send/", views.file_send, name="file-send"),
    path("files/<slug:prefix>/<int:number>/<slug:slot>/begin/", views.file_begin, name="file-begin"),
    path("files/<slug:prefix>/<int:number>/<slug:slot>/parts/<str:part>/", views.file_part, name="file-part"),
    path(
        "files/<slug:prefix>/<int:number>/<slug:slot>/parts/<str:part>/end/", views.file_end, name="file-end"
    ),
]
