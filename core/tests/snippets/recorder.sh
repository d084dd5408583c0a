# Stands for curl: says which arguments it was given.
set -u
curl() { printf '%s\0' "$@"; }
