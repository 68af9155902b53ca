#!/bin/sh
# Compiled first, which Node before 22.18 needs.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo '{ "type": "module" }' >"$folder/package.json"
"$NODE" ../../../node_modules/typescript/bin/tsc -p ../../../conformance/shims/typescript --outDir "$folder"
"$NODE" ../shared/shim.js "$NODE" "$folder/adapter.js"
