"""The addresses of the room."""

from django.urls import path

from kinoqor.funding.question import views

urlpatterns = [
    path("desk/forms/", views.question_forms, name="question-forms"),
    path("desk/forms/new/", views.form_new, name="question-form-new"),
    path("desk/forms/<slug:code>/", views.form, name="question-form"),
    path("desk/forms/<slug:code>/draft/", views.form_draft, name="question-form-draft"),
    path("desk/forms/<slug:code>/drop/", views.form_drop, name="question-form-drop"),
    path("desk/forms/<slug:code>/publish/", views.form_publish, name="question-form-publish"),
    path("desk/forms/<slug:code>/name/", views.form_name, name="question-form-name"),
    path("desk/forms/<slug:code>/move/", views.form_move, name="question-form-move"),
    path("desk/forms/<slug:code>/<int:number>/", views.form_version, name="question-form-version"),
    path("desk/forms/<slug:code>/<int:number>/try/", views.form_try, name="question-form-try"),
    path("desk/forms/<slug:code>/groups/new/", views.group_new, name="question-group-new"),
    path("desk/forms/<slug:code>/groups/<slug:group>/", views.group, name="question-group"),
    path("desk/forms/<slug:code>/groups/<slug:group>/new/", views.question_new, name="question-new"),
    path("desk/forms/<slug:code>/groups/<slug:group>/<slug:question>/", views.question, name="question"),
]
