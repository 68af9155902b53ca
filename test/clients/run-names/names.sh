# Runs a command in a network that has loopback and nothing else, where the name of the host means this machine.
set -eu
ip link set lo up
names=$(mktemp)
printf '127.0.0.1 localhost mpc.cn-north-4.myhuaweicloud.com\n' > "$names"
mount --bind "$names" /etc/hosts
rm "$names"
exec "$@"
