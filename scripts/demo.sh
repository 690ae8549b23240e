#!/bin/sh
# Reads examples/ into a fresh record and shows what came of it, each command as one would type it.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
record=demo.according
rm -f "$record" "$record-wal" "$record-shm"

run() {
    printf '\n$ %s\n' "$*"
    "$@"
}

run according read examples --record "$record"
run according status --record "$record"
run according articles --record "$record"
run according show 1 --record "$record"
run according search "cessez-le-feu" --record "$record"
run according notices --record "$record"
printf '\nThe record is %s. Read your own: .venv/bin/according read FOLDER --record my.according\n' "$record"
