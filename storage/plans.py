"""Individual development plans with their items, the agreements to them and every agreed version.

Whatever changes a plan is conditional on the state, version and time it was read with: of two people at once one wins.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update

from mentoring.mentorships import Side
from mentoring.plans import Agreement, Grade, Item, Plan, PlanState, Version
from storage.plans_lists import PlanLists
from storage.tables import plan_agreements, plan_items, plan_versions, plans


class Plans(PlanLists):
    """Plans by id, by mentorship and mentee; items by id."""

    # --- one plan -----------------------------------------------------------------------------------------------------

    async def add(self, new: Plan) -> int:
        """Stores a new plan with its items (ids do not matter) and gives its id."""
        values = {**_columns(new), "created_by": new.created_by, "created_at": new.created_at}
        made: int = (
            await self._connection.execute(insert(plans).values(**values, **_place(new)).returning(plans.c.id))
        ).scalar_one()
        if new.items:
            rows = [{"plan_id": made, **_cells(item)} for item in new.items]
            await self._connection.execute(insert(plan_items), rows)
        return made

    async def get(self, plan_id: int) -> Plan | None:
        return await self._one(select(plans).where(plans.c.id == plan_id))

    async def of(self, mentorship_id: int, person_id: int) -> Plan | None:
        """The plan of one mentee in one mentorship."""
        return await self._one(
            select(plans).where(plans.c.mentorship_id == mentorship_id, plans.c.person_id == person_id)
        )

    async def of_mentorships(self, ids: Collection[int]) -> tuple[Plan, ...]:
        """All plans of these mentorships."""
        return await self._several(select(plans).where(plans.c.mentorship_id.in_(set(ids))).order_by(plans.c.id))

    async def hold(self, plan_id: int) -> Plan | None:
        """The plan for a change: whoever else wants to change it waits until this transaction is over."""
        await self._connection.execute(select(plans.c.id).where(plans.c.id == plan_id).with_for_update())
        return await self.get(plan_id)

    async def plan_of_item(self, item_id: int) -> int | None:
        """The id of the plan that an item stands in."""
        found: int | None = await self._connection.scalar(
            select(plan_items.c.plan_id).where(plan_items.c.id == item_id)
        )
        return found

    async def change(self, before: Plan, after: Plan) -> bool:
        """Stores everything but the items; False if it was changed since it was read."""
        changed = await self._connection.execute(
            update(plans)
            .where(
                plans.c.id == before.id,
                plans.c.state == before.state.value,
                plans.c.version == before.version,
                plans.c.changed_at == before.changed_at,
            )
            .values(**_columns(after))
        )
        return changed.rowcount == 1

    # --- items --------------------------------------------------------------------------------------------------------

    async def add_item(self, new: Item) -> int:
        """Stores a new item of a plan (its id does not matter) and gives its id."""
        statement = insert(plan_items).values(plan_id=new.plan_id, **_cells(new)).returning(plan_items.c.id)
        made: int = (await self._connection.execute(statement)).scalar_one()
        return made

    async def change_item(self, after: Item) -> None:
        """Stores an item of a plan that is held."""
        await self._connection.execute(update(plan_items).where(plan_items.c.id == after.id).values(**_cells(after)))

    # --- agreement and versions ---------------------------------------------------------------------------------------

    async def agree(self, plan: Plan, person_id: int, side: Side) -> None:
        """Notes that somebody agrees to the plan's version now, on a side."""
        await self._connection.execute(
            insert(plan_agreements).values(
                plan_id=plan.id,
                version=plan.version,
                person_id=person_id,
                side=side.value,
                agreed_at=self._now,
            )
        )

    async def withdraw(self, plan: Plan) -> None:
        """Nobody has agreed to the plan's present version any more."""
        await self._connection.execute(
            delete(plan_agreements).where(
                plan_agreements.c.plan_id == plan.id, plan_agreements.c.version == plan.version
            )
        )

    async def agreements(self, plan_id: int, version: int) -> tuple[Agreement, ...]:
        """Who agreed to a version, in order."""
        found = await self._connection.execute(
            select(plan_agreements)
            .where(plan_agreements.c.plan_id == plan_id, plan_agreements.c.version == version)
            .order_by(plan_agreements.c.id)
        )
        return tuple(Agreement(row.person_id, row.side, row.agreed_at) for row in found)

    async def keep_version(self, plan: Plan) -> None:
        """Keeps the content of the plan as it is agreed to now."""
        await self._connection.execute(
            insert(plan_versions).values(
                plan_id=plan.id, version=plan.version, body=_body(plan), agreed_at=plan.agreed_at or self._now
            )
        )

    async def versions(self, plan_id: int) -> tuple[Version, ...]:
        """Every agreed version, the newest first."""
        found = await self._connection.execute(
            select(plan_versions).where(plan_versions.c.plan_id == plan_id).order_by(plan_versions.c.version.desc())
        )
        return tuple(_version(row) for row in found)

    async def copy_versions(self, from_plan: int, to_plan: int) -> None:
        """Agreed versions go along with a plan that is handed over."""
        found = await self._connection.execute(select(plan_versions).where(plan_versions.c.plan_id == from_plan))
        rows = [
            {"plan_id": to_plan, "version": row.version, "body": row.body, "agreed_at": row.agreed_at} for row in found
        ]
        if rows:
            await self._connection.execute(insert(plan_versions), rows)

    # --- reading ------------------------------------------------------------------------------------------------------

    async def _one(self, query: Select[Any]) -> Plan | None:
        found = await self._several(query)
        return found[0] if found else None

    async def _several(self, query: Select[Any]) -> tuple[Plan, ...]:
        rows = (await self._connection.execute(query)).all()
        if not rows:
            return ()
        items = await self._connection.execute(
            select(plan_items)
            .where(plan_items.c.plan_id.in_([row.id for row in rows]))
            .order_by(plan_items.c.plan_id, plan_items.c.section, plan_items.c.place, plan_items.c.id)
        )
        theirs: dict[int, list[Item]] = {}
        for row in items:
            theirs.setdefault(row.plan_id, []).append(item(row))
        return tuple(_plan(row, tuple(theirs.get(row.id, ()))) for row in rows)


def _place(of: Plan) -> dict[str, Any]:
    return {"mentorship_id": of.mentorship_id, "person_id": of.person_id, "template": of.template}


def _columns(of: Plan) -> dict[str, Any]:
    """What changes of a plan."""
    return {
        "state": of.state.value,
        "version": of.version,
        "fields": _json(of.fields),
        "assessment": of.assessment,
        "changed_at": of.changed_at,
        "agreed_at": of.agreed_at,
        "closed_at": of.closed_at,
    }


def _cells(of: Item) -> dict[str, Any]:
    """What is stored of an item, but its id and plan."""
    return {
        "section": of.section,
        "place": of.place,
        "number": of.number,
        "task": of.task,
        "due": of.due,
        "expected": of.expected,
        "grade": of.grade.value if of.grade else None,
        "result": of.result,
        "assessment": of.assessment,
        "graded_by": of.graded_by,
        "graded_at": of.graded_at,
        "removed_at": of.removed_at,
    }


def item(row: Row[Any]) -> Item:
    """The value of a row of `plan_items`."""
    return Item(
        id=row.id,
        plan_id=row.plan_id,
        section=row.section,
        place=row.place,
        task=row.task,
        number=row.number,
        due=row.due,
        expected=row.expected,
        grade=Grade(row.grade) if row.grade else None,
        result=row.result,
        assessment=row.assessment,
        graded_by=row.graded_by,
        graded_at=row.graded_at,
        removed_at=row.removed_at,
    )


def _plan(row: Row[Any], items: tuple[Item, ...]) -> Plan:
    return Plan(
        id=row.id,
        mentorship_id=row.mentorship_id,
        person_id=row.person_id,
        template=row.template,
        created_by=row.created_by,
        created_at=row.created_at,
        changed_at=row.changed_at,
        state=PlanState(row.state),
        version=row.version,
        fields=json.loads(row.fields),
        items=items,
        assessment=row.assessment,
        agreed_at=row.agreed_at,
        closed_at=row.closed_at,
    )


def _body(plan: Plan) -> str:
    rows = [
        {
            "section": one.section,
            "place": one.place,
            "number": one.number,
            "task": one.task,
            "due": one.due.isoformat() if one.due else None,
            "expected": one.expected,
        }
        for one in plan.kept
    ]
    return _json({"fields": dict(plan.fields), "items": rows})


def _version(row: Row[Any]) -> Version:
    body = json.loads(row.body)
    items = tuple(
        Item(
            id=0,
            plan_id=row.plan_id,
            section=one["section"],
            place=one["place"],
            task=one["task"],
            number=one["number"],
            due=date.fromisoformat(one["due"]) if one["due"] else None,
            expected=one["expected"],
        )
        for one in body["items"]
    )
    agreed_at: datetime = row.agreed_at
    return Version(row.version, agreed_at, body["fields"], items)


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(dict(value), ensure_ascii=False)
