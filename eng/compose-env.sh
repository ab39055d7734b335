#!/usr/bin/env bash
# Prints the passwords docker-compose.yml asks for: eng/compose-env.sh > .env
set -euo pipefail

# shellcheck source=eng/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

for role in POSTGRES OWNER APP AUTH FILA COFRE; do
  say "CRM_SENHA_$role=$(random_password)"
done
