#!/bin/sh
# Reads examples/, docs/accounts/ and docs/names/ into a fresh record and shows what came of it, each command as one would type it.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
ACCORDING_RECORD=demo.according
export ACCORDING_RECORD
rm -f "$ACCORDING_RECORD" "$ACCORDING_RECORD-wal" "$ACCORDING_RECORD-shm"

say() {
    printf '\n# %s\n' "$*"
}

run() {
    printf '$'
    for word; do
        case $word in
            *[!a-zA-Z0-9_./=-]*) printf " '%s'" "$word" ;;
            *) printf ' %s' "$word" ;;
        esac
    done
    printf '\n'
    "$@"
}

say 'A folder of news, in as many shapes as news comes in, goes into one file.'
run according read examples
run according status

say 'A pasted digest comes apart into its articles (all of them: according articles).'
run according articles --document examples/digest_en_mailinglist.txt

say 'One article: where each thing about it stands, and in the margins all that was found in it, and what is not the article.'
number=$(according articles --document examples/digest_en_mailinglist.txt --json |
    sed -n '2s/^{"number": \([0-9]*\),.*/\1/p')
run according show "$number"

say 'One question in two languages.'
run according search 'embargo OR эмбарго' --limit 4

say 'Who and where, across articles, languages and scripts: each under all its names.'
run according entities --limit 12
run according entity 'Firmin Ngrébada'

say 'Who says what, which figures and whose they are, which days: the killings of 21 May 2019.'
run according said --about Koundjili
run according figures --of dead --since 2019-05 --until 2019-06
run according timeline --dates --since 2019-05-21 --until 2019-05-21 --limit 12

say 'What happened, day by day, with its sources.'
run according timeline --root ASSAULT --since 2019-05-21 --until 2019-05-21

say 'Which articles tell one piece of news, in whichever language, and how many of them are independent originals.'
run according read docs/accounts
run according stories --limit 3

say 'Where accounts of one thing cannot all be right, and the sentences side by side.'
run according differences
run according accounts --kind figure

say 'One meeting told in six languages: one man under five spellings, and a contested region in the names of all sides.'
run according read docs/names
run according entity 'Nikol Pashinyan'
run according entity Nagorno-Karabakh

say 'What cannot be read is said, and costs nothing else. Here a PDF that was torn off comes in by a pipe.'
echo '$ head -c 3000 examples/bulletin.pdf | according read -'
head -c 3000 examples/bulletin.pdf | according read - || [ $? -eq 3 ]
run according notices

cat <<END

The record is $ACCORDING_RECORD. Read your own with
  .venv/bin/according read FOLDER --record my.according
or open the desk and look at this one in your browser:
  .venv/bin/according serve --record $ACCORDING_RECORD
END
