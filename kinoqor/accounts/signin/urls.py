from django.contrib.auth.views import LogoutView
from django.urls import path

from kinoqor.accounts.signin.views import SignIn

urlpatterns = [
    path("signin/", SignIn.as_view(), name="signin"),
    path("signout/", LogoutView.as_view(), name="signout"),
]
