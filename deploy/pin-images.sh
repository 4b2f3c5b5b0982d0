#!/bin/sh
# Writes the digest of each image of deploy/images.env behind its tag. Needs docker with buildx, and the image registry.
set -eu
file="$(dirname "$0")/images.env"
new="$(mktemp)"
while IFS= read -r line; do
  case "$line" in
    *_IMAGE=*)
      tag="${line#*=}"
      tag="${tag%@*}"
      digest="$(docker buildx imagetools inspect "$tag" --format '{{.Manifest.Digest}}')"
      case "$digest" in sha256:*) ;; *) echo "No digest for $tag: found \"$digest\", expected sha256:..." >&2; exit 1 ;; esac
      line="${line%%=*}=$tag@$digest"
      ;;
  esac
  printf '%s\n' "$line" >> "$new"
done < "$file"
cat "$new" > "$file"
rm "$new"
