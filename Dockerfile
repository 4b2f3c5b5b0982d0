# The atlas as one process without root on a read-only file system. Two stages: what installs it does not stay in it.
#
# The base image is pinned by its digest: `sh deploy/pin-images.sh` asks the image's registry for it and writes deploy/images.env,
# which compose.yaml reads. By hand: docker build --build-arg PYTHON_IMAGE=python:3.11-slim-bookworm@sha256:<digest> .
ARG PYTHON_IMAGE=python:3.11-slim-bookworm

FROM ${PYTHON_IMAGE} AS packages
COPY requirements.lock .
# Every package by version and hash, wheels only: nothing is built, so nothing of a package runs while it is installed.
RUN python -m venv --without-pip /opt/venv \
 && pip --python /opt/venv/bin/python install --no-cache-dir --require-hashes --no-deps --only-binary :all: --requirement requirements.lock

FROM ${PYTHON_IMAGE}
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp ATLAS_LOG=json
WORKDIR /atlas
COPY --from=packages /opt/venv /opt/venv
COPY pyproject.toml app.py ./
COPY .streamlit .streamlit
COPY data data
COPY geo geo
COPY pages pages
COPY seeds seeds
COPY static static
# Nothing can be written later, so the compiled modules are part of the image.
RUN python -m compileall -q --invalidation-mode unchecked-hash app.py data geo pages
USER 10001:10001
EXPOSE 8501
HEALTHCHECK --interval=15s --timeout=10s --start-period=15s --retries=6 \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8501/readyz', timeout=9)"]
CMD ["streamlit", "run", "app.py", "--server.address=0.0.0.0", "--server.port=8501"]
