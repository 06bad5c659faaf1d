"""What has changed about the safety of an account, by the name under which the sign-in library tells it."""

from django.utils.translation import gettext_lazy as _

from kinoqor.accounts.role.words import Role

CHANGES = {
    "account/email/password_changed": _("Your password was changed"),
    "account/email/password_reset": _("Your password was set anew"),
    "account/email/password_set": _("A password was set for your account"),
    "account/email/email_changed": _("The e-mail address of your account was changed"),
    "account/email/email_confirm": _("An e-mail address of your account was confirmed"),
    "account/email/email_deleted": _("An e-mail address was removed from your account"),
    "mfa/email/totp_activated": _("Codes from an app were switched on"),
    "mfa/email/totp_deactivated": _("Codes from an app were switched off"),
    "mfa/email/webauthn_added": _("A passkey was added to your account"),
    "mfa/email/webauthn_removed": _("A passkey was removed from your account"),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made for your account"),
    "socialaccount/email/account_connected": _("Another sign-in was connected to your account"),
    "socialaccount/email/account_disconnected": _("Another sign-in was disconnected from your account"),
}
# What may have been done because a password had been stolen: whoever came in by the old one goes.
NEW_PASSWORD = frozenset(
    {"account/email/password_changed", "account/email/password_reset", "account/email/password_set"}
)
# Letters with a secret in them: the library's name -> ours, and where its link stands among the values.
SECRETS = {
    "account/email/email_confirmation": ("confirm", "activate_url"),
    "account/email/email_confirmation_signup": ("confirm", "activate_url"),
    "account/email/password_reset_key": ("reset", "password_reset_url"),
    "account/email/account_already_exists": ("exists", "password_reset_url"),
    "account/email/unknown_account": ("unknown", "signup_url"),
}
WRITTEN = "accounts/signin/written/"

# The invented people of a demonstration: (mailbox, name, roles). The officer is also a producer, so that one person with
# two hats can be seen.
INVENTED: tuple[tuple[str, str, tuple[Role, ...]], ...] = (
    ("cataloguer", "Үлгі Тізімші", (Role.CATALOGUER,)),
    ("cataloguer2", "Екінші Тізімші", (Role.CATALOGUER,)),
    ("archivist", "Үлгі Мұрағатшы", (Role.ARCHIVIST,)),
    ("officer", "Үлгі Қызметкер", (Role.OFFICER, Role.PRODUCER)),
    ("officer2", "Екінші Қызметкер", (Role.OFFICER,)),
    ("producer", "Үлгі Продюсер", (Role.PRODUCER,)),
    ("producer2", "Екінші Продюсер", (Role.PRODUCER,)),
    ("expert", "Үлгі Сарапшы", (Role.EXPERT,)),
    ("auditor", "Үлгі Тексеруші", (Role.AUDITOR,)),
    ("administrator", "Үлгі Әкімші", (Role.ADMINISTRATOR,)),
    ("reader", "Үлгі Оқырман", ()),
)
# What one does in a role, for those who choose among the invented people.
DOES = {
    Role.CATALOGUER: _("corrects and adds facts, answers proposals, judges what was entered twice"),
    Role.ARCHIVIST: _("brings in files of the archive"),
    Role.OFFICER: _("works for the fund, and acts as a producer in a second seat"),
    Role.PRODUCER: _("applies for a company: writes, files and repairs applications"),
    Role.EXPERT: _("reads the files that were drawn and writes what is thought of them"),
    Role.AUDITOR: _("reads every deed and changes nothing"),
    Role.ADMINISTRATOR: _("gives seats and looks after letters"),
    "": _("holds no seat: reads, and proposes corrections"),
}
# The second steps that an account may have, by the library's names.
STEPS = {"totp": _("codes from an app"), "webauthn": _("passkey")}
