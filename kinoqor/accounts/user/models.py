"""The record of a user."""

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from kinoqor.ledger.deed.actions import Doer


class Users(BaseUserManager["User"]):
    """Makes users; addresses are kept in lower case, so that one mailbox is one account."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser, PermissionsMixin):
    """Someone who signs in by e-mail."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(auto_now_add=True)
    # The language of letters to them; empty until they have chosen one.
    language = models.CharField(_("language of letters"), max_length=2, blank=True)
    # Their own record in the register above, by reference ("p012"), so that nobody judges themselves.
    person_ref = models.CharField(_("own record in the register"), max_length=20, blank=True)
    # When the account was erased; its number stays, so that deeds stay whole, and nothing else.
    erased = models.DateTimeField(null=True)

    objects: ClassVar[Users] = Users()
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def doer(self) -> Doer:
        """This user as the journal knows them."""
        return Doer(f"user:{self.pk}")
