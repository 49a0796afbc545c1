# SPDX-License-Identifier: EUPL-1.2
# Sourced by the commands in this folder: gives $HIER (the checkout) and $PY (its own Python), and
# installs what is missing. Never ends well when something is missing.
set -euo pipefail
HIER=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
VENV="$HIER/.venv"
PY="$VENV/bin/python"
export PYTHONPATH="$HIER/src:$HIER" PYTHONDONTWRITEBYTECODE= PYTHONUTF8=1

meld() { printf '%s\n' "$*" >&2; }

# apt <test> <package…>: have the packages, as root by installing, else by naming the command.
apt_nodig() {
  local toets=$1; shift
  if eval "$toets" >/dev/null 2>&1; then return 0; fi
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    meld "Hier ontbreekt: $*"
    meld "Laat een beheerder uitvoeren: apt-get update && apt-get install -y --no-install-recommends $*"
    return 1
  fi
  meld "Installeren: $*"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive \
      apt-get install -yq --no-install-recommends "$@"; } >"$HIER/.venv.log" 2>&1 \
    || { tail -n 20 "$HIER/.venv.log" >&2; meld "Installeren van $* is mislukt."; return 1; }
  eval "$toets" >/dev/null 2>&1 || { meld "$* is geïnstalleerd maar werkt niet."; return 1; }
}

# omgeving <productie|ontwikkeling>: a virtual environment with exactly the pinned packages.
omgeving() {
  local soort=$1 lijst stempel
  lijst="$HIER/requirements.txt"
  [ "$soort" = productie ] || lijst="$HIER/requirements-dev.txt"
  stempel="$soort $( { python3 -V; printf '%s' "$HIER"; cat "$lijst"; } | sha256sum | cut -c1-40)"
  # A development environment holds everything that production needs.
  if grep -qxF "$stempel" "$VENV/stempel" 2>/dev/null && [ -x "$PY" ]; then return 0; fi
  exec 9>"$HIER/.venv.slot"
  flock 9
  if ! grep -qxF "$stempel" "$VENV/stempel" 2>/dev/null || ! [ -x "$PY" ]; then
    maak_omgeving "$lijst"
    printf '%s\n' "$stempel" >>"$VENV/stempel"
  fi
  exec 9>&-
}

maak_omgeving() {
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
    || { meld "Vangnet heeft Python 3.11 of nieuwer nodig (python3)."; return 1; }
  apt_nodig 'python3 -c "import ensurepip, venv"' python3-venv || return 1
  if ! grep -qsF "pad $HIER" "$VENV/stempel" || ! "$PY" -c '' 2>/dev/null; then
    meld "Omgeving maken …"
    rm -rf "$VENV"
    python3 -m venv "$VENV"
    printf 'pad %s\n' "$HIER" >"$VENV/stempel"
  fi
  if ! "$PY" -m uv --version >/dev/null 2>&1; then
    "$PY" -m pip install -q --disable-pip-version-check --require-hashes \
      -r "$HIER/requirements-uv.txt" || { meld "Het netwerk geeft geen pakketten."; return 1; }
  fi
  "$PY" -m uv pip install -q --python "$PY" --require-hashes -r "$1" \
    || { meld "Installeren van de pakketten is mislukt."; return 1; }
}
