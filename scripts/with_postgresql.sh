#!/usr/bin/env bash
# Runs a command with DATABASE_URL set to a PostgreSQL server of its own, which is gone afterwards.
#   scripts/with_postgresql.sh make test-models
set -euo pipefail
if ! command -v pg_virtualenv >/dev/null; then
  echo "This needs PostgreSQL: apt-get install postgresql" >&2
  exit 1
fi
# pg_virtualenv (Debian's postgresql-common) sets PGHOST and the like for what it runs
# shellcheck disable=SC2016
exec pg_virtualenv -o fsync=off sh -c '
  export DATABASE_URL="postgres://$PGUSER:$PGPASSWORD@$PGHOST:$PGPORT/postgres"
  exec "$@"
' sh "$@"
