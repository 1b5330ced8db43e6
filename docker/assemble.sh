#!/usr/bin/env bash
# Puts together what runs: the built server and pages, and the packages they need, nothing else.
#   docker/assemble.sh FOLDER
# The Dockerfile calls it, and so does CI, which has no Docker: what is tried there is what ships.
# Installs and builds first where that is not done yet. FOLDER must be new or empty.
set -euo pipefail
export npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false

[[ $# -eq 1 ]] || { echo 'Usage: docker/assemble.sh FOLDER' >&2; exit 2; }
mkdir -p "$1"
target=$(cd "$1" && pwd)
[[ -z $(ls -A "$target") ]] || { echo "$target is not empty: name a new folder." >&2; exit 2; }
cd "$(dirname "$0")/.."

echo 'Building …'
node apps/api/prepare.mjs

echo 'Installing what runs …'
cp package.json package-lock.json LICENSE "$target"
# No package that runs needs a script of its own to be installed.
(cd "$target" && npm ci --omit=dev --ignore-scripts --prefer-offline --no-progress --loglevel=error)

echo 'Copying what was built …'
cp -R dist "$target"
rm -f "$target/dist/.built.json"
# `npm run …` goes through it; in a folder without sources it has nothing to do.
mkdir -p "$target/apps/api"
cp apps/api/prepare.mjs "$target/apps/api"

# Readable by the user it runs as, writable by nobody but root.
chmod -R u=rwX,go=rX "$target"
du -sh "$target"
