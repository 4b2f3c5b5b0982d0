# The atlas as one process without root, able to run on a read-only file system.
# The base image is pinned by its digest at build time: docker build --build-arg PYTHON_IMAGE=python:3.11-slim@sha256:...
ARG PYTHON_IMAGE=python:3.11-slim
FROM ${PYTHON_IMAGE}
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp
WORKDIR /atlas
COPY requirements.txt .
RUN pip install --no-cache-dir --requirement requirements.txt && useradd --system --uid 10001 atlas
COPY pyproject.toml app.py ./
COPY .streamlit .streamlit
COPY data data
COPY geo geo
COPY pages pages
COPY seeds seeds
COPY static static
USER 10001
EXPOSE 8501
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s --retries=3 \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8501/readyz', timeout=4)"]
CMD ["streamlit", "run", "app.py", "--server.address=0.0.0.0", "--server.port=8501"]
