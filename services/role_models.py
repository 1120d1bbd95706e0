"""Who may know the role model of a mentorship: one about a category of the child is not for everybody beside it."""

from __future__ import annotations

from mentoring.access import Action, Actor, Scope, allowed
from mentoring.mentorships import Mentorship
from programmes.parts import RoleModel
from services.desk import Desk


def sees_model(actor: Actor, mentorship: Mentorship, model: RoleModel | None) -> bool:
    """A sensitive role model is for curator, psychologist and its own mentors.

    None: the programme has it no more. It may have been sensitive, so that it counts as such.
    """
    if model is not None and not model.sensitive:
        return True
    return actor.person_id in mentorship.mentors or allowed(actor, Action.SEE_SENSITIVE, Scope.of(mentorship))


def lives_by_model(desk: Desk, mentorship: Mentorship, *mentees: int) -> bool:
    """Whether what the role model shapes (plan, names of meetings) is for the actor's eyes.

    That is whoever may know the model, and any of these mentees with their guardians: it is about them.
    """
    about = desk.actor.wards | ({desk.actor.person_id} if desk.actor.person_id is not None else frozenset())
    return not about.isdisjoint(mentees) or sees_model(desk.actor, mentorship, _model(desk, mentorship))


def open_models(desk: Desk) -> frozenset[tuple[str, str]]:
    """Ids of forms, each with the id of a role model that is no secret."""
    return frozenset(
        (form.id.value, model.id) for form in desk.programme.forms for model in form.role_models if not model.sensitive
    )


def _model(desk: Desk, mentorship: Mentorship) -> RoleModel | None:
    try:
        return desk.programme.role_model(mentorship.form, mentorship.role_model)
    except KeyError:
        return None
