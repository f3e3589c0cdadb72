#!/usr/bin/env bash
# bagit 1.9.0 for Python (the Library of Congress) rejects a bag that has a percent sign in the name of a file.
# RFC 8493, section 2.1.3: in a manifest, line feeds, carriage returns and percent signs of a path, and only
# those, MUST be percent-encoded. The library decodes %0A and %0D, but not %25: it looks for a file whose
# name has the three characters. Written as it is, against the RFC, it is found. For a press-release archive:
# media have names such as “40%-cut.pdf”, and a bag that is right is reported as incomplete by the validator
# that records officers use. Avoid percent signs in names of files that go into bags.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check bagit==1.9.0 setuptools==80.9.0 2>/dev/null

# make_bag NAME PATH-IN-MANIFEST
make_bag() {
  mkdir -p "$1/data"
  echo 'A chart.' >"$1/data/40%-cut.txt"
  sum=$(python3 -c 'import hashlib; print(hashlib.sha256(b"A chart.\n").hexdigest())')
  printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' >"$1/bagit.txt"
  printf '%s  %s\n' "$sum" "$2" >"$1/manifest-sha256.txt"
}
make_bag as-in-the-rfc 'data/40%25-cut.txt'
make_bag as-it-is 'data/40%-cut.txt'

cat >show.py <<'SCRIPT'
import logging, bagit
logging.disable(logging.CRITICAL)
for name in ["as-in-the-rfc", "as-it-is"]:
    try:
        bagit.Bag(name).validate()
        print(name, "is valid")
    except bagit.BagValidationError as error:
        print(name, "is not valid:", str(error).split(":")[0])
SCRIPT

expected=$(
  cat <<'OUTPUT'
as-in-the-rfc is not valid: Bag is incomplete
as-it-is is valid
OUTPUT
)
actual=$(python/bin/python show.py)

python/bin/python -c 'from importlib.metadata import version; print("bagit", version("bagit"))'
echo "$actual"

if [[ "$actual" != "$expected" ]]; then
  echo "CHANGED: the behaviour described in this script is no longer seen; it was:" >&2
  echo "$expected" >&2
  exit 1
fi
echo "SEEN: the bag that is right is rejected."
