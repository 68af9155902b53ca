# A network with nothing but loopback, on which public and private addresses are. The public ones are of AS112 (RFC 7535),
# which IANA lists as reachable by everybody and which answer for nobody.
set -eu
ip link set lo up
ip address add 192.31.196.1/32 dev lo
ip address add 10.1.2.3/32 dev lo
ip -6 address add 2001:4:112::1/128 dev lo nodad || export NO_IPV6=1
names=$(mktemp)
cat > "$names" <<'HOSTS'
127.0.0.1     localhost
192.31.196.1  public.example other.example
10.1.2.3      private.example
192.31.196.1  both.example
10.1.2.3      both.example
192.31.196.1  half.example
2001:4:112::1 half.example six.example
HOSTS
mount --bind "$names" /etc/hosts
rm "$names"
exec node allow.mjs
