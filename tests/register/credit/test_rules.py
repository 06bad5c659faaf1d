"""How credits are ordered and made one."""

from kinoqor.register.credit.rules import Named, in_credit_order


def named(
    person: int, role: str, character: str = "", stated: int = 0, sources: tuple[int, ...] = (1,)
) -> Named:
    return Named(1, person, role, character, sources, False, stated)


def test_credits_stand_in_the_order_of_roles_then_of_stating() -> None:
    found = in_credit_order(
        [named(3, "actor", stated=1), named(2, "director", stated=9), named(4, "actor", stated=0)]
    )
    assert [one.person for one in found] == [2, 4, 3]


def test_a_bare_actor_gives_way_to_the_same_actor_with_a_character_and_hands_on_the_sources() -> None:
    found = in_credit_order([named(3, "actor", sources=(7,)), named(3, "actor", "The Horse", 5, (8,))])
    assert [(one.character, one.sources) for one in found] == [("The Horse", (8, 7))]


def test_one_actor_in_two_parts_stays_twice() -> None:
    assert len(in_credit_order([named(3, "actor", "Twin"), named(3, "actor", "Other twin")])) == 2


def test_a_role_that_no_list_knows_comes_last() -> None:
    found = in_credit_order([named(1, "stunt"), named(2, "actor")])
    assert [one.role for one in found] == ["actor", "stunt"]
