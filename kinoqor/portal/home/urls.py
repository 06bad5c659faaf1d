"""The address of the room."""

from django.urls import path

from kinoqor.portal.home.views import home

urlpatterns = [path("", home, name="home")]
