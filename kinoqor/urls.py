"""The addresses of the house: each room adds its own."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from kinoqor.accounts.signin.urls import plain_urlpatterns as signin_elsewhere
from kinoqor.portal.data.urls import plain_urlpatterns
from kinoqor.portal.record.urls import plain_urlpatterns as record_files

urlpatterns = [
    *plain_urlpatterns,
    *record_files,
    *signin_elsewhere,
    *i18n_patterns(
        path("", include("kinoqor.portal.home.urls")),
        path("", include("kinoqor.portal.desk.urls")),
        path("", include("kinoqor.portal.journal.urls")),
        path("", include("kinoqor.portal.record.urls")),
        path("", include("kinoqor.portal.search.urls")),
        path("", include("kinoqor.portal.styleguide.urls")),
        path("", include("kinoqor.register.organisation.urls")),
        path("", include("kinoqor.register.person.urls")),
        path("", include("kinoqor.register.film.urls")),
        path("", include("kinoqor.portal.data.urls")),
        path("", include("kinoqor.register.event.urls")),
        path("", include("kinoqor.register.support.urls")),
        path("", include("kinoqor.market.release.urls")),
        path("", include("kinoqor.market.coproduction.urls")),
        path("", include("kinoqor.portal.disagreement.urls")),
        path("", include("kinoqor.register.history.urls")),
        path("", include("kinoqor.register.source.urls")),
        path("", include("kinoqor.deciding.allocation.urls")),
        path("", include("kinoqor.deciding.pitching.urls")),
        path("", include("kinoqor.deciding.recheck.urls")),
        path("", include("kinoqor.deciding.publication.urls")),
        path("", include("kinoqor.deciding.order.urls")),
        path("", include("kinoqor.deciding.commission.urls")),
        path("", include("kinoqor.deciding.session.urls")),
        path("", include("kinoqor.judging.feedback.urls")),
        path("", include("kinoqor.judging.score.urls")),
        path("", include("kinoqor.judging.review.urls")),
        path("", include("kinoqor.judging.assignment.urls")),
        path("", include("kinoqor.judging.tie.urls")),
        path("", include("kinoqor.judging.panel.urls")),
        path("", include("kinoqor.funding.likeness.urls")),
        path("", include("kinoqor.funding.estimate.urls")),
        path("", include("kinoqor.funding.call.urls")),
        path("", include("kinoqor.funding.draft.urls")),
        path("", include("kinoqor.funding.programme.urls")),
        path("", include("kinoqor.funding.complaint.urls")),
        path("", include("kinoqor.funding.check.urls")),
        path("", include("kinoqor.funding.application.urls")),
        path("", include("kinoqor.funding.filing.urls")),
        path("", include("kinoqor.keeping.correction.urls")),
        path("", include("kinoqor.keeping.newcomer.urls")),
        path("", include("kinoqor.keeping.load.urls")),
        path("", include("kinoqor.keeping.series.urls")),
        path("", include("kinoqor.keeping.gap.urls")),
        path("", include("kinoqor.keeping.edit.urls")),
        path("", include("kinoqor.keeping.twin.urls")),
        path("", include("kinoqor.funding.question.urls")),
        path("", include("kinoqor.funding.applicant.urls")),
        path("", include("kinoqor.ledger.file.urls")),
        path("", include("kinoqor.ledger.paper.urls")),
        path("", include("kinoqor.accounts.account.urls")),
        path("", include("kinoqor.accounts.notice.urls")),
        path("", include("kinoqor.accounts.role.urls")),
        path("", include("kinoqor.accounts.signin.urls")),
    ),
]

handler400 = "kinoqor.ui.errors.bad_request"
handler403 = "kinoqor.ui.errors.forbidden"
handler404 = "kinoqor.ui.errors.not_found"
handler500 = "kinoqor.ui.errors.server_error"
