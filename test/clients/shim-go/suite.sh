#!/bin/sh
# Built first: `go run` may take a minute the first time, and a case does not wait for a compiler.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
shims=../../../conformance/shims/go
test -z "$(gofmt -l $shims)" || echo "not ok - the Go shim is formatted by gofmt"
go build -o "$folder/adapter" $shims/adapter.go $shims/client.go
"$NODE" ../shared/shim.js "$folder/adapter"
