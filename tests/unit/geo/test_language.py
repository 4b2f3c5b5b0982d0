"""The language of a title is told only where its words leave no doubt."""

import pytest

from geo.language import tell_language


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("III Laboratorio de Paz en Colombia", "es"),
        ("FORTALECIMIENTO DEL SECTOR JUSTICIA", "es"),
        ("Security Sector Reform Programme (SSRP)", "en"),
        ("Prevention and Control of Organised Crime and Drugs", "en"),
        ("AIRCOP II", ""),
        ("New Peace Territories", ""),
        ("Support to CICIG (Comisión Internacional contra la Impunidad en Guatemala)", ""),
        ("", ""),
    ],
)
def test_languages(title: str, language: str) -> None:
    assert tell_language(title) == language
