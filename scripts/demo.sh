#!/bin/sh
# Reads examples/ into a fresh record and shows what came of it, each command as one would type it.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
record=demo.according
rm -f "$record" "$record-wal" "$record-shm"

run() {
    printf '\n$'
    for word; do
        case $word in
            *' '*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$@"
}

run according read examples --record "$record"
run according status --record "$record"
run according articles --record "$record"
number=$(according articles --document examples/translated_scrape.txt --json --record "$record" |
    sed -n '1s/^{"number": \([0-9]*\),.*/\1/p')
run according show "$number" --record "$record"
run according search '"mixed units" OR "unités mixtes"' --limit 5 --record "$record"
run according notices --record "$record"
printf '\nThe record is %s. Read your own: .venv/bin/according read FOLDER --record my.according\n' "$record"
