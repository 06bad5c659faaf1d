"""The sign-in page."""

from django.contrib.auth.views import LoginView


class SignIn(LoginView):
    """E-mail and password; whoever is signed in already goes home."""

    template_name = "accounts/signin/signin.html"
    redirect_authenticated_user = True
