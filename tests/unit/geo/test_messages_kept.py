"""What is kept of a function that holds words: one language does not take the room of another."""

from geo.messages import LANGUAGES, cached_up_to, current, speaking


def test_each_language_has_room_of_its_own() -> None:
    made: list[str] = []

    @cached_up_to(1)
    def say_where(place: str) -> str:
        made.append(current())
        return f"{place}, {current()}"

    for _ in range(2):
        for language in LANGUAGES:
            with speaking(language):
                assert say_where("here") == f"here, {language}"
    assert made == list(LANGUAGES)
    say_where.cache_clear()
    assert say_where("here") == "here, en"
    assert made == [*LANGUAGES, "en"]
