"""Every way to deploy says the same: one port, no root, nothing to write on, limits, and probes that a busy process survives."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from geo import story_link
from pages.kit import permalinks

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
PORT = 8501
# The image's user, and one of the proxy's.
IMAGE_USER = 10001


def load(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def manifest(name: str) -> dict[str, Any]:
    return load(DEPLOY / "kubernetes" / f"{name}.yaml")


@pytest.fixture
def pod() -> dict[str, Any]:
    found: dict[str, Any] = manifest("deployment")["spec"]["template"]["spec"]
    return found


@pytest.fixture
def container(pod: dict[str, Any]) -> dict[str, Any]:
    (only,) = pod["containers"]
    found: dict[str, Any] = only
    return found


@pytest.fixture
def compose() -> dict[str, Any]:
    found: dict[str, Any] = load(DEPLOY / "compose.yaml")["services"]
    return found


def test_one_port_everywhere(container: dict[str, Any]) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert set(re.findall(r"(?:EXPOSE |:|server\.port=)(\d{4,5})\b", dockerfile.replace("10001:10001", ""))) == {
        str(PORT)
    }
    assert [one["containerPort"] for one in container["ports"]] == [PORT]
    assert [port["targetPort"] for port in manifest("service")["spec"]["ports"]] == [container["ports"][0]["name"]]
    assert manifest("network")["spec"]["ingress"][0]["ports"] == [{"protocol": "TCP", "port": PORT}]
    assert f"server atlas:{PORT} " in (DEPLOY / "nginx" / "upstream.conf").read_text(encoding="utf-8")
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"]["port"] == container["ports"][0]["name"]


def test_the_image_holds_no_tests_and_does_not_run_as_root() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    stage = dockerfile.split("\nFROM ")[-1]
    assert re.findall(r"^USER (.+)$", stage, re.MULTILINE) == [f"{IMAGE_USER}:{IMAGE_USER}"]
    assert "HEALTHCHECK" in stage
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", stage, re.MULTILINE)
    names = {name for line in copied for name in line.split()}
    assert names == {"pyproject.toml", "app.py", ".streamlit", "data", "geo", "pages", "seeds", "static"}
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {line[1:] for line in allowed if line.startswith("!")} == names | {"requirements.lock"}
    assert "*" in allowed


def test_a_pod_may_do_nothing_but_serve(pod: dict[str, Any], container: dict[str, Any]) -> None:
    assert pod["securityContext"]["runAsNonRoot"] is True
    assert pod["securityContext"]["runAsUser"] == IMAGE_USER
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert {mount["mountPath"] for mount in container["volumeMounts"]} == {"/tmp"}
    assert not any("hostPath" in volume for volume in pod["volumes"])
    assert container["resources"]["limits"].keys() >= {"cpu", "memory"}
    assert container["resources"]["requests"].keys() >= {"cpu", "memory"}


def test_a_busy_process_is_not_killed_and_not_ready_before_its_data_was_checked(container: dict[str, Any]) -> None:
    liveness, readiness = container["livenessProbe"], container["readinessProbe"]
    assert readiness["httpGet"]["path"] == container["startupProbe"]["httpGet"]["path"] == "/readyz"
    assert liveness["httpGet"]["path"] == "/_stcore/health"
    assert liveness["periodSeconds"] * liveness["failureThreshold"] >= 90, "a crowd lasts a minute"
    assert liveness["timeoutSeconds"] >= 10
    assert (
        liveness["periodSeconds"] * liveness["failureThreshold"]
        > readiness["periodSeconds"] * readiness["failureThreshold"]
    )


def test_nothing_goes_out_and_only_the_ingress_comes_in() -> None:
    spec = manifest("network")["spec"]
    assert set(spec["policyTypes"]) == {"Ingress", "Egress"}
    assert spec["egress"] == []
    (rule,) = spec["ingress"]
    assert rule["from"]


def test_every_selector_finds_the_pods() -> None:
    labels = manifest("deployment")["spec"]["template"]["metadata"]["labels"]
    assert manifest("deployment")["spec"]["selector"]["matchLabels"] == labels
    assert manifest("service")["spec"]["selector"] == labels
    assert manifest("disruption")["spec"]["selector"]["matchLabels"] == labels
    assert manifest("network")["spec"]["podSelector"]["matchLabels"] == labels
    target = manifest("autoscaler")["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == ("Deployment", manifest("deployment")["metadata"]["name"])


def test_a_roll_out_takes_no_process_away_before_another_is_ready() -> None:
    deployment, autoscaler = manifest("deployment")["spec"], manifest("autoscaler")["spec"]
    assert deployment["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    assert autoscaler["minReplicas"] >= 2
    assert "replicas" not in deployment, "the autoscaler and a roll-out would undo each other's number"
    assert manifest("disruption")["spec"]["maxUnavailable"] == 1
    pod = deployment["template"]["spec"]
    waited = int(pod["containers"][0]["lifecycle"]["preStop"]["exec"]["command"][1])
    assert pod["terminationGracePeriodSeconds"] >= waited + 15


def test_a_visitor_stays_with_one_process_by_a_cookie() -> None:
    ingress = manifest("ingress")
    assert ingress["metadata"]["annotations"]["nginx.ingress.kubernetes.io/affinity"] == "cookie"
    (rule,) = ingress["spec"]["rules"]
    assert rule["http"]["paths"][0]["backend"]["service"]["name"] == manifest("service")["metadata"]["name"]
    upstream = (DEPLOY / "nginx" / "upstream.conf").read_text(encoding="utf-8")
    # Measured: behind one name, `consistent` gives each request of a visitor to another process.
    assert re.search(r"^\s*hash \$way;$", upstream, re.MULTILINE)


def test_a_file_that_the_atlas_takes_is_taken_at_the_door() -> None:
    taken = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["server"]["maxUploadSize"]
    nginx = (DEPLOY / "nginx" / "nginx.conf").read_text(encoding="utf-8")
    (block,) = re.findall(r"location \S+ \S+_stcore/upload_file/ \{(.+?)\}", nginx, re.DOTALL)
    assert f"client_max_body_size {taken}m;" in block
    assert "client_max_body_size 64k;" in nginx.replace(block, "")
    assert manifest("ingress")["metadata"]["annotations"]["nginx.ingress.kubernetes.io/proxy-body-size"] == f"{taken}m"
    # The form around the file needs some room too.
    assert taken * 2**20 - 10_000 > story_link.MOST_FILE


def test_the_kustomization_lists_every_manifest() -> None:
    files = {path.name for path in (DEPLOY / "kubernetes").glob("*.yaml")} - {"kustomization.yaml"}
    assert set(manifest("kustomization")["resources"]) == files
    assert manifest("kustomization")["namespace"] == manifest("namespace")["metadata"]["name"]


@pytest.mark.parametrize("name", ["atlas", "proxy"])
def test_containers_of_compose_are_read_only_and_limited(compose: dict[str, Any], name: str) -> None:
    service = compose[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["deploy"]["resources"]["limits"].keys() >= {"cpus", "memory"}
    assert "privileged" not in service
    assert service.get("user", "image") != "root"


def test_only_the_proxy_can_be_reached_and_the_atlas_reaches_nothing(compose: dict[str, Any]) -> None:
    assert "ports" not in compose["atlas"]
    assert compose["atlas"]["networks"] == ["inside"]
    assert load(DEPLOY / "compose.yaml")["networks"]["inside"]["internal"] is True
    port = compose["proxy"]["ports"][0].split(":")[1]
    assert f"listen {port};" in (DEPLOY / "nginx" / "listen.conf").read_text(encoding="utf-8")
    assert compose["proxy"]["healthcheck"]["test"][-1] == f"http://127.0.0.1:{port}/healthz"


def test_images_are_named_in_one_place(compose: dict[str, Any]) -> None:
    lines = (DEPLOY / "images.env").read_text(encoding="utf-8").splitlines()
    images = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    tags = {name: image.split("@")[0] for name, image in images.items()}
    assert compose["atlas"]["build"]["args"]["PYTHON_IMAGE"] == f"${{PYTHON_IMAGE:-{tags['PYTHON_IMAGE']}}}"
    assert compose["proxy"]["image"] == f"${{NGINX_IMAGE:-{tags['NGINX_IMAGE']}}}"
    assert f"ARG PYTHON_IMAGE={tags['PYTHON_IMAGE']}\n" in (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert not any(tag.endswith(":latest") or ":" not in tag for tag in tags.values())


def test_the_way_to_the_snapshot_names_no_scheme_and_no_port_of_the_container() -> None:
    assert "\nabsolute_redirect off;\n" in (DEPLOY / "nginx" / "fallback" / "server.conf").read_text(encoding="utf-8")


def test_the_address_of_the_atlas_reaches_its_processes() -> None:
    assert load(DEPLOY / "compose.yaml")["services"]["atlas"]["environment"][permalinks.SETTING] == "${ATLAS_URL:-}"
    (container,) = manifest("deployment")["spec"]["template"]["spec"]["containers"]
    assert permalinks.SETTING in {one["name"] for one in container["env"]}
