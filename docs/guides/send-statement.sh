#!/usr/bin/env bash
# Makes a key, enrols it as a device, signs the pick-up of one consignment and sends it.
# Usage: send-statement.sh SIGN_IN_NAME PASSWORD CONSIGNMENT      Needs bash, curl, openssl, xxd.
# WEGWEIS_MOBILE, WEGWEIS_IDENTITY: the doors. The key and the signed statement are kept in the current folder:
# the same consignment again sends the same bytes again, and the answer is "known".
set -euo pipefail
[ $# -eq 3 ] || { sed -n 2,3p "$0" >&2; exit 2; }
name=$1 password=$2 consignment=$3
mobile=${WEGWEIS_MOBILE:-http://127.0.0.1:8080}
identity=${WEGWEIS_IDENTITY:-http://127.0.0.1:8079}
umask 077

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }

uuid7() { # 48 bits of milliseconds, version 7, variant 10, the rest random (RFC 9562 §5.7)
  local r; r=$(openssl rand -hex 10)
  local h; h=$(printf '%012x' "$(($(date +%s) * 1000))")
  printf '%s-%s-7%s-%x%s-%s\n' "${h:0:8}" "${h:8:4}" "${r:0:3}" "$((8 + 0x${r:3:1} % 4))" "${r:4:3}" "${r:7:12}"
}

es256() { # signs standard input; openssl gives DER, JWS wants R and S of 32 bytes each (RFC 7518 §3.4)
  openssl dgst -sha256 -sign phone.pem | openssl asn1parse -inform DER \
    | sed -n 's/.*INTEGER *://p' | while read -r number; do
      number=$(printf '%64s' "$number"); printf '%s' "${number// /0}"
    done | xxd -r -p | base64url
}

call() { # prints the answer; a problem document too, but then fails
  local answer; answer=$(curl -sS -w '\n%{http_code}' -H "Authorization: Bearer $token" \
    -H 'Content-Type: application/json' --data-binary @- "$1")
  printf '%s\n' "${answer%$'\n'*}"
  [ "${answer##*$'\n'}" -lt 400 ]
}

token=$(printf 'user = "%s:%s"\n' "$name" "$password" \
  | curl -sSf -K - -d grant_type=client_credentials "$identity/oauth2/token" \
  | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')

[ -e phone.pem ] || openssl ecparam -name prime256v1 -genkey -noout -out phone.pem
point=$(openssl ec -in phone.pem -pubout -outform DER 2>/dev/null | tail -c 64 | xxd -p | tr -d '\n')
x=$(printf '%s' "${point:0:64}" | xxd -r -p | base64url)
y=$(printf '%s' "${point:64}" | xxd -r -p | base64url)
key="{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"$x\",\"y\":\"$y\"}" # this order: the thumbprint needs it (RFC 7638)
kid=$(printf '%s' "$key" | openssl dgst -sha256 -binary | base64url)
printf '{"name":"Phone of %s","key":%s}' "$name" "$key" | call "$mobile/api/devices"

signed="pick-up-$consignment.jws"
if [ ! -e "$signed" ]; then
  header=$(printf '{"alg":"ES256","kid":"%s","typ":"wegweis-statement+jws"}' "$kid" | base64url)
  payload=$(printf '{"id":"%s","type":"consignment.picked-up.v1","consignment":"%s","happenedAt":"%s","data":{}}' \
    "$(uuid7)" "$consignment" "$(date -u +%Y-%m-%dT%H:%M:%SZ)" | base64url)
  printf '%s.%s.%s' "$header" "$payload" "$(printf '%s.%s' "$header" "$payload" | es256)" > "$signed.new"
  mv "$signed.new" "$signed"
fi
printf '["%s"]' "$(cat "$signed")" | call "$mobile/api/statements"
