# Sourced by the benches in their work folder: certificates, the roots that the program trusts, and made-up tokens.
# Needs $root, the root of the project, and $JAVA_HOME.
# shellcheck shell=bash
# Certificates of the same kinds as GitHub's: a P-384 root, a P-256 authority, a P-256 server.
key() { openssl ecparam -name "$1" -genkey -noout -out "$2.key" 2>/dev/null; }
signed() {
  openssl req -new -key "$1.key" -subj "/CN=$1" -out "$1.csr" 2>/dev/null
  printf '%s\n' "$3" >"$1.ext"
  openssl x509 -req -in "$1.csr" -CA "$2.pem" -CAkey "$2.key" -CAcreateserial -days 2 -extfile "$1.ext" \
    -out "$1.pem" 2>/dev/null
}
key secp384r1 root
openssl req -x509 -new -key root.key -subj /CN=root -days 2 -out root.pem 2>/dev/null
key prime256v1 authority
signed authority root 'basicConstraints=critical,CA:true'
key prime256v1 server
signed server authority 'subjectAltName=DNS:localhost,IP:127.0.0.1'
cat server.pem authority.pem >chain.pem
# The program's own roots and one more: the number of roots is part of what is measured.
cp "$root/target/dist/runtime/lib/security/cacerts" roots
"$JAVA_HOME/bin/keytool" -importcert -noprompt -alias bench -file root.pem -keystore roots -storepass changeit \
  -storetype JKS 2>/dev/null

token() { # a made-up classic token, with the checksum that such tokens have
  python3 -c '
import hashlib, sys, zlib
letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
body = ("Bench" + hashlib.sha256(sys.argv[1].encode()).hexdigest())[:30]
rest, tail = zlib.crc32(body.encode()), ""
for _ in range(6):
    tail, rest = letters[rest % 62] + tail, rest // 62
print("ghp" + "_" + body + tail)' "$1"
}
