"""Security headers: scripts of this server alone, no text run as code, and frames by setting."""

import pytest

from pages.kit.headers import list_headers

INDEX = "<html><script>window.ready = false</script><script src='a.js'></script></html>"


def policy(index: str = INDEX, frames: str = "'self'") -> dict[str, str]:
    headers = dict(list_headers(index, frames))
    parts = headers[b"content-security-policy"].decode().split("; ")
    return dict(part.split(" ", 1) for part in parts)


def test_only_this_server_and_the_inline_script_may_run() -> None:
    found = policy()
    # echo -n 'window.ready = false' | openssl dgst -sha256 -binary | base64
    assert (
        found["script-src"] == "'self' blob: 'wasm-unsafe-eval' 'sha256-Z7L2T8khoKWK3qtQF/wSktj9xGCtCfem3Y6SPjwBwdU='"
    )
    assert found["default-src"] == found["connect-src"] == "'self'"
    assert found["object-src"] == "'none'"
    assert not any("'unsafe-eval'" in sources or "http" in sources for sources in found.values())


def test_an_index_without_inline_script_needs_no_hash() -> None:
    assert policy("<html></html>")["script-src"] == "'self' blob: 'wasm-unsafe-eval'"


@pytest.mark.parametrize("frames", ["'self'", "'none'", "*", "https://example.org  https://*.example.org:8443"])
def test_frames_are_those_of_the_setting(frames: str) -> None:
    assert policy(frames=frames)["frame-ancestors"] == " ".join(frames.split())


@pytest.mark.parametrize("frames", ["", "self", "https://example.org; script-src *", "javascript:alert(1)"])
def test_a_setting_that_is_no_source_is_refused(frames: str) -> None:
    with pytest.raises(ValueError, match="ATLAS_FRAME_ANCESTORS"):
        policy(frames=frames)


def test_the_other_headers_stand_too() -> None:
    headers = dict(list_headers(INDEX))
    assert headers[b"x-content-type-options"] == b"nosniff"
    assert b"geolocation=()" in headers[b"permissions-policy"]
    assert b"unsafe-url" not in headers[b"referrer-policy"]
