#!/bin/sh
# Like the entrypoint of the stock image: as root it first makes everything its own, which fails where a mount is
# read-only. Arguments are ignored.
set -e
cd "${INTERLOK_BASE:=/opt/interlok}"
export INTERLOK_BASE
if [ "$(id -u)" = 0 ]; then chown -R 999:999 "$INTERLOK_BASE"; fi
exec node "$INTERLOK_BASE/lib/stand-in.js"
