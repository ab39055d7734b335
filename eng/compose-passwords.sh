#!/usr/bin/env bash
# Run once by the postgres image, after roles.sql and database.sql.
set -euo pipefail

psql -v ON_ERROR_STOP=1 --username postgres --no-password --no-psqlrc \
  -v owner="$CRM_SENHA_OWNER" -v app="$CRM_SENHA_APP" -v auth="$CRM_SENHA_AUTH" -v fila="$CRM_SENHA_FILA" <<'SQL'
alter role crm_owner password :'owner';
alter role crm_app password :'app';
alter role crm_auth password :'auth';
alter role crm_fila password :'fila';
SQL

psql -v ON_ERROR_STOP=1 --username postgres --no-password --no-psqlrc --dbname crm --file /eng/walls.sql
