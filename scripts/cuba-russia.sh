#!/bin/sh
# Makes one knowledge base of the reports in examples/cuba-russia and asks it: a timeline of visits, visits by year, who held which post, what
# sources dispute.
# scripts/cuba-russia.sh [BASE]: the file to make, cuba-russia.sqlite where none is named; a base that is there is asked again.
set -eu
cd "$(dirname "$0")/.."
base=${1:-cuba-russia.sqlite}
cubaru() { cargo run --quiet --release --package cubaru-cli -- "$@"; }

cubaru base add "$base" examples/cuba-russia/*.txt
printf '\nVisits\n'
cubaru base timeline "$base" --of CONSULT --mode visit
printf '\nVisits by year\n'
cubaru base sql "$base" "$(cat examples/cuba-russia/visits.sql)"
printf '\nWho held which post\n'
cubaru base sql "$base" "$(cat examples/cuba-russia/posts.sql)"
printf '\nWhat sources dispute\n'
cubaru base check "$base" --kind contradiction
printf '\nWhat later reports made stronger\n'
cubaru base check "$base" --kind drift
