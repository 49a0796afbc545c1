# SPDX-License-Identifier: EUPL-1.2
# Sourced by the commands in this folder: gives $HIER (the checkout) and $PY (its own Python), and
# installs what is missing. Never ends well when something is missing.
set -euo pipefail
HIER=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
VENV="$HIER/.venv"
PY="$VENV/bin/python"
LOGBOEK="$HIER/.venv.log"
# Only the checkout and its own packages are imported: nothing from where the caller happens to be.
export PYTHONPATH="$HIER/src:$HIER" PYTHONSAFEPATH=1 PYTHONDONTWRITEBYTECODE= PYTHONUTF8=1
unset PYTHONHOME PGHOST PGPORT PGUSER PGDATABASE PGSERVICE PGOPTIONS

meld() { printf '%s\n' "$*" >&2; }

# mislukt <zin>: say why, with the end of the log; a full disk is the usual reason and is named.
mislukt() {
  tail -n 15 "$LOGBOEK" >&2 || true
  if [ "$(df --output=avail -k "$HIER" | tail -n 1)" -lt 1024 ]; then
    meld "De schijf waarop $HIER staat, is vol."
  fi
  meld "$1"
  return 1
}

# apt_nodig <test> <package…>: have the packages, as root by installing, else by naming the command.
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
      apt-get install -yq --no-install-recommends "$@"; } >"$LOGBOEK" 2>&1 \
    || { mislukt "Installeren van $* is mislukt."; return 1; }
  eval "$toets" >/dev/null 2>&1 || { meld "$* is geïnstalleerd maar werkt niet."; return 1; }
}

# stempel <productie|ontwikkeling>: changes when the packages or the Python under them change.
stempel() {
  local lijst="$HIER/requirements.txt"
  [ "$1" = productie ] || lijst="$HIER/requirements-dev.txt"
  printf '%s %s\n' "$1" "$( { python3 -V; cat "$lijst"; } 2>&1 | sha256sum | cut -c1-40)"
}

is_klaar() {
  [ -x "$PY" ] && grep -qsxF "pad $HIER" "$VENV/stempel" \
    && grep -qsxF "$(stempel "$1")" "$VENV/stempel"
}

# omgeving <productie|ontwikkeling>: a virtual environment with exactly the pinned packages.
omgeving() {
  if is_klaar "$1"; then return 0; fi
  if ! [ -w "$HIER" ]; then
    meld "$(id -un) mag niet schrijven in $HIER. Laat de eigenaar van die map eerst bin/vangnet uitvoeren."
    exit 1
  fi
  # Two commands at once: the second waits, and then finds it done.
  exec 9>"$HIER/.venv.slot"
  flock 9
  is_klaar "$1" || maak_omgeving "$1" || exit 1
  exec 9>&-
}

maak_omgeving() {
  apt_nodig 'python3 -c "import sys; sys.exit(sys.version_info < (3, 11))"' python3 \
    || { meld "Vangnet heeft Python 3.11 of nieuwer nodig (python3)."; return 1; }
  apt_nodig 'python3 -c "import ensurepip, venv"' python3-venv || return 1
  # A moved checkout, another Python, or a run that was killed: begin anew.
  if [ -e "$VENV/bezig" ] || ! grep -qsxF "pad $HIER" "$VENV/stempel" \
    || [ "$("$PY" -V 2>/dev/null)" != "$(python3 -V)" ] || ! "$PY" -m pip -V >/dev/null 2>&1; then
    nieuwe_omgeving || return 1
  fi
  meld "Pakketten installeren …"
  local lijst="$HIER/requirements.txt"
  [ "$1" = productie ] || lijst="$HIER/requirements-dev.txt"
  touch "$VENV/bezig"
  # The list is complete: a resolver would only look for newer versions that have no hash in it.
  "$PY" -m pip install --disable-pip-version-check --no-input --no-deps --require-hashes \
      -r "$lijst" \
    >"$LOGBOEK" 2>&1 || { mislukt "Installeren van de pakketten is mislukt. Is er een netwerk?"; return 1; }
  # An environment for development holds everything that production needs.
  { printf 'pad %s\n' "$HIER" && stempel productie \
      && { [ "$1" = productie ] || stempel ontwikkeling; }; } >"$VENV/stempel.nieuw" \
    && mv "$VENV/stempel.nieuw" "$VENV/stempel" \
    || { mislukt "De omgeving kan niet worden vastgelegd."; return 1; }
  rm -f "$VENV/bezig" "$LOGBOEK"
}

nieuwe_omgeving() {
  meld "Omgeving maken; dit gebeurt één keer …"
  rm -rf "$VENV" && mkdir "$VENV" && touch "$VENV/bezig" \
    && python3 -m venv "$VENV" >"$LOGBOEK" 2>&1 \
    && printf 'pad %s\n' "$HIER" >"$VENV/stempel" \
    || { mislukt "De map .venv kan niet worden gemaakt."; return 1; }
}
