#!/bin/sh
# Compiled first, as an author has it; Gson is Debian's libgoogle-gson-java, or what GSON names.
set -eu
gson=${GSON:-/usr/share/java/gson.jar}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
javac -cp "$gson" -d "$folder" ../../../conformance/shims/java/*.java
"$NODE" ../shared/shim.js java -cp "$gson:$folder" Adapter
