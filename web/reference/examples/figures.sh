#!/bin/sh
# All figures as CSV. Run it again: nothing is sent unless something has changed.
server=http://127.0.0.1:8080
curl --fail --silent --show-error --compressed --etag-save figures.etag --etag-compare figures.etag \
  --output figures.csv "$server/extracts/figures.csv"

# The first two figures with their reports and places, and where the next ones are.
curl --fail --silent --show-error --compressed --dump-header head.txt "$server/api/v1/figures?limit=2"
grep -i '^link:' head.txt
