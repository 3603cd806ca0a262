#!/usr/bin/env bash
# Installs the Debian or Ubuntu packages named here, but only those that are missing.
# As root or with sudo it does so itself; otherwise it says what to install.
set -euo pipefail

present() {
  case "$1" in
    # Debian's Python comes without the part that makes a virtual environment.
    python3-venv) "${PYTHON:-python3}" -c 'import ensurepip, venv' 2>/dev/null ;;
    gettext) command -v msgmerge >/dev/null && command -v xgettext >/dev/null ;;
    chromium) command -v chromium >/dev/null ;;
    poppler-utils) command -v pdftotext >/dev/null ;;
    *) dpkg -s "$1" >/dev/null 2>&1 ;;
  esac
}

missing=()
for package in "$@"; do
  present "$package" || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Please install these first: ${missing[*]}" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "Please ask someone with rights to run: apt-get install ${missing[*]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "Installing ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
