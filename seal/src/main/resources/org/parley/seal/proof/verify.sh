#!/bin/sh
# Checks this proof of exchange with openssl and the plain tools of a POSIX system; with Go and its
# x/mod/sumdb packages at hand, the logs once more by a verifier that is not ours.
#
# It ends with 0 if all it checks holds, with 1 at the first part that is refused, with 2 if it
# cannot check. What it does not check it says.

# Files named behind it, as in `sh verify.sh FILE`, are held against the statement too.

set -u
LC_ALL=C
export LC_ALL
from=$(pwd) || exit 2
cd "$(dirname "$0")" || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

refuse() {
  echo "REFUSED: $1: $2"
  exit 1
}

holds() {
  echo "holds: $1"
}

unchecked() {
  echo "NOT CHECKED: $1"
}

need() {
  [ -f "$1" ] || refuse "$1" "the file is missing"
}

command -v openssl > /dev/null || { echo "openssl is needed"; exit 2; }
case $(openssl version) in
  "OpenSSL "[3-9]* | "OpenSSL "[1-9][0-9]*) ;;
  *) echo "OpenSSL 3 or later is needed, here is $(openssl version)"; exit 2 ;;
esac

sha256() {
  openssl dgst -sha256 -r | cut -c1-64
}

hex() {
  od -An -v -tx1 "$1" | tr -d ' \n'
}

# Octets from hexadecimal digits.
octets() {
  printf "$(printf '%s' "$1" | awk '{
    digits = "0123456789abcdef"
    for (i = 1; i < length($0); i += 2)
      printf "\\%03o", (index(digits, substr($0, i, 1)) - 1) * 16 + index(digits, substr($0, i + 1, 1)) - 1
  }')"
}

entry_hash() {
  { printf '\000'; cat "$1"; } | sha256
}

node_hash() {
  { printf '\001'; octets "$1$2"; } | sha256
}

# --- signatures -------------------------------------------------------------------------------

# signed NAME FILE SIDE: the classical signature; the content goes to $work/NAME.content.
signed() {
  need "$2"
  length=$(openssl asn1parse -inform DER -in "$2" 2> /dev/null | head -1 \
    | sed -n 's/^ *0:d=0 *hl=\([0-9]*\) *l= *\([0-9]*\).*/\1 \2/p')
  [ -n "$length" ] || refuse "$1" "it is no signed document"
  # shellcheck disable=SC2086 # two numbers
  set -- "$@" $length
  [ "$(($4 + $5))" -eq "$(wc -c < "$2")" ] || refuse "$1" "something stands behind the signed document"
  openssl cms -verify -inform DER -binary -in "$2" -noverify -nointern \
    -certfile "$work/$3.pem" -out "$work/$1.content" 2> "$work/error" || {
    grep -q 'certificate not found' "$work/error" \
      && refuse "$1" "it is not signed with the ${3}'s certificate"
    refuse "$1" "the classical signature does not cover the content"
  }
  named=$(openssl asn1parse -inform DER -in "$2" | awk '
    /:d=5 .*cont \[ 0 \]/ { inside = 1 }
    /:d=5 .*cont \[ 1 \]/ { inside = 0 }
    inside && /OBJECT *:2\.25\.77262575652793398067618464918585565945\.2$/ { named = 1 }
    inside && named && /OCTET STRING/ { sub(/.*\[HEX DUMP\]:/, ""); print tolower($0); exit }')
  [ "$named" = "$(cat "$work/$3.fingerprint")" ] \
    || refuse "$1" "the signature names other certificates than the ${3}'s pair"
  holds "$1: the classical signature covers it and names both certificates of the $3"
}

# --- logs -------------------------------------------------------------------------------------

# key TEXT: takes a key of the form name+id+key apart.
key() {
  key_name=${1%%+*}
  rest=${1#*+}
  key_id=${rest%%+*}
  printf '%s' "${rest#*+}" | openssl base64 -d -A > "$work/key" 2> /dev/null
  key_hex=$(hex "$work/key")
  [ "${#key_hex}" -eq 66 ] || return 1
  id=$({ printf '%s\n' "$key_name"; octets "$key_hex"; } | sha256 | cut -c1-8)
  [ "$id" = "$key_id" ] || return 1
  octets "302a300506032b6570032100${key_hex#??}" > "$work/key.der"
}

# note_signature FILE: what the one line by the present key holds, behind the key's id, in hex.
note_signature() {
  awk -v name="$key_name" '$1 == "\342\200\224" && $2 == name && NF == 3 { print $3 }' "$1" \
    | while read -r line; do
        printf '%s' "$line" | openssl base64 -d -A > "$work/line" 2> /dev/null
        digits=$(hex "$work/line")
        case $digits in "$key_id"*) echo "${digits#"$key_id"}" ;; esac
      done
}

ed25519() {
  openssl pkeyutl -verify -pubin -keyform DER -inkey "$work/key.der" -rawin -in "$1" -sigfile "$2" \
    > /dev/null 2>&1
}

# checkpoint SIDE: the log's own signature; leaves origin, size and root.
checkpoint() {
  need "$1/checkpoint.txt"
  need "$1/log-key.txt"
  key "$(cat "$1/log-key.txt")" || refuse "$1/log-key.txt" "the key's id does not fit the key"
  sed '/^$/q' "$1/checkpoint.txt" | sed '$d' > "$work/$1.text"
  [ "$(wc -l < "$work/$1.text")" -eq 3 ] || refuse "$1/checkpoint.txt" "it is no checkpoint"
  [ "$(sed -n 1p "$work/$1.text")" = "$key_name" ] \
    || refuse "$1/checkpoint.txt" "it is of another log than the key's"
  size=$(sed -n 2p "$work/$1.text")
  case $size in '' | *[!0-9]* | ???????????????????*) refuse "$1/checkpoint.txt" "the size is no number" ;; esac
  sed -n 3p "$work/$1.text" | openssl base64 -d -A > "$work/root" 2> /dev/null
  root=$(hex "$work/root")
  signature=$(note_signature "$1/checkpoint.txt")
  [ "${#signature}" -eq 128 ] || refuse "$1/checkpoint.txt" "the log's signature is missing"
  octets "$signature" > "$work/signature"
  ed25519 "$work/$1.text" "$work/signature" \
    || refuse "$1/checkpoint.txt" "the log's signature does not cover it"
  echo "$size $root" > "$work/$1.tree"
  holds "$1/checkpoint.txt: the log's signature covers $size entries and their root"
}

# logged NAME SIDE DIGEST DIGEST: the entry names one of the digests and is under the checkpoint's root.
logged() {
  if [ ! -f "$work/$2.tree" ]; then
    unchecked "$1: that the $2 recorded it, and when; its log is not in the folder"
    return
  fi
  entry="$2/$1.entry"
  proof="$2/$1.proof"
  need "$entry"
  need "$proof"
  head -1 "$entry" | grep -qx 'parley journal-entry/1' || refuse "$entry" "it is no journal entry"
  grep -qx "digest $3" "$entry" || grep -qx "digest $4" "$entry" \
    || refuse "$entry" "it does not name the digest of $1"
  read -r size root < "$work/$2.tree"
  index=$(sed -n 's/^index \([0-9]\{1,18\}\)$/\1/p' "$proof")
  of=$(sed -n 's/^size \([0-9]\{1,18\}\)$/\1/p' "$proof")
  [ -n "$index" ] && [ -n "$of" ] || refuse "$proof" "it is no proof of inclusion"
  [ "$of" = "$size" ] || refuse "$proof" "it is for another size than the checkpoint's"
  [ "$index" -lt "$size" ] || refuse "$proof" "the entry lies outside the tree"
  hash=$(entry_hash "$entry")
  place=$index
  last=$((size - 1))
  for beside in $(sed -n 's/^hash \([0-9a-f]\{64\}\)$/\1/p' "$proof"); do
    [ "$last" -ne 0 ] || refuse "$proof" "the path is too long"
    if [ $((place % 2)) -eq 1 ] || [ "$place" -eq "$last" ]; then
      hash=$(node_hash "$beside" "$hash")
      while [ $((place % 2)) -eq 0 ] && [ "$place" -ne 0 ]; do
        place=$((place / 2))
        last=$((last / 2))
      done
    else
      hash=$(node_hash "$hash" "$beside")
    fi
    place=$((place / 2))
    last=$((last / 2))
  done
  [ "$last" -eq 0 ] || refuse "$proof" "the path is too short"
  [ "$hash" = "$root" ] || refuse "$entry" "it is not under the root of the checkpoint"
  holds "$entry: it is entry $index of the $size under the checkpoint, $(sed -n 's/^at //p' "$entry")"
}

# witnesses SIDE: how many cosignatures hold.
witnesses() {
  quorum=$(sed -n 's/^quorum \([0-9]\{1,3\}\)$/\1/p' witnesses.txt)
  [ -n "$quorum" ] || refuse witnesses.txt "it does not say how many witnesses are needed"
  grep -v '^quorum ' witnesses.txt | sort -u > "$work/witnesses"
  : > "$work/times"
  while read -r witness; do
    key "$witness" || refuse witnesses.txt "the id of the key of ${witness%%+*} does not fit the key"
    signature=$(note_signature "$1/checkpoint.txt")
    [ "${#signature}" -eq 144 ] || continue
    time=$(printf '%d' "0x$(echo "$signature" | cut -c1-16)")
    { printf 'cosignature/v1\ntime %s\n' "$time"; cat "$work/$1.text"; } > "$work/timed"
    octets "$(echo "$signature" | cut -c17-)" > "$work/signature"
    ed25519 "$work/timed" "$work/signature" \
      || refuse "$1/checkpoint.txt" "the cosignature of $key_name does not cover it"
    echo "$time" >> "$work/times"
  done < "$work/witnesses"
  seen=$(wc -l < "$work/times" | tr -d ' ')
  if [ "$quorum" -eq 0 ]; then
    unchecked "$1/checkpoint.txt: no witnesses are asked for; the log's own word stands alone"
  elif [ "$seen" -lt "$quorum" ]; then
    refuse "$1/checkpoint.txt" "$seen witnesses have signed it, and $quorum are needed"
  else
    holds "$1/checkpoint.txt: $seen witnesses saw it, $quorum of them by Unix time $(sort -n "$work/times" | sed -n "${quorum}p")"
  fi
}

# stamps SIDE: the time-stamp tokens over the checkpoint's text.
stamps() {
  imprint=$(sha256 < "$work/$1.text")
  count=0
  for token in "$1"/time-stamp-*.der; do
    [ -f "$token" ] || continue
    authority="${token%.der}.pem"
    need "$authority"
    openssl ts -verify -digest "$imprint" -token_in -in "$token" -CAfile "$authority" -no_check_time \
      > /dev/null 2>&1 || refuse "$token" "the token is not the authority's, or is over another checkpoint"
    time=$(openssl ts -reply -token_in -in "$token" -token_out -text 2> /dev/null | sed -n 's/^Time stamp: //p')
    holds "$token: the checkpoint existed at $time"
    count=$((count + 1))
  done
  [ "$count" -ne 0 ] || unchecked "$1/checkpoint.txt: there is no time-stamp token over it"
}

# --- a side: who it is and what its log says ----------------------------------------------------

side() {
  need "$1/identity-ecdsa.cer"
  need "$1/identity-ml-dsa.cer"
  openssl x509 -inform DER -in "$1/identity-ecdsa.cer" -out "$work/$1.pem" 2> /dev/null \
    || refuse "$1/identity-ecdsa.cer" "it is no certificate"
  cat "$1/identity-ecdsa.cer" "$1/identity-ml-dsa.cer" | sha256 > "$work/$1.fingerprint"
  echo "the ${1}'s fingerprint: $(cat "$work/$1.fingerprint")"
  if [ -f "$1/no-log.txt" ] && [ ! -f "$1/checkpoint.txt" ]; then
    unchecked "$1: its log is not in the folder; what it signed stands, when it signed is its word"
  else
    checkpoint "$1"
    witnesses "$1"
    stamps "$1"
  fi
  if [ -f "$1/directory-entry.p7s" ]; then
    signed directory-entry "$1/directory-entry.p7s" "$1"
    for part in identity-ecdsa identity-ml-dsa; do
      grep -qF "\"$(openssl base64 -A -in "$1/$part.cer")\"" "$work/directory-entry.content" \
        || refuse "$1/directory-entry.p7s" "it does not name the certificate $part"
    done
    if [ -f "$work/$1.tree" ]; then
      key "$(cat "$1/log-key.txt")"
      octets "${key_hex#??}" > "$work/log"
      grep -qF "\"$(openssl base64 -A -in "$work/log")\"" "$work/directory-entry.content" \
        || refuse "$1/directory-entry.p7s" "it does not name the log's key"
    fi
    logged directory-entry "$1" "$(sha256 < "$work/directory-entry.content")" \
      "$(sha256 < "$1/directory-entry.p7s")"
  else
    unchecked "$1: no directory entry says whose certificates and log these are"
  fi
}

need witnesses.txt
side sender
side receiver

signed statement statement.p7s sender
statement=$(sha256 < "$work/statement.content")
logged statement sender "$statement" "$(sha256 < statement.p7s)"

# --- files that go with the statement -----------------------------------------------------------

awk '{
  while (match($0, /[{]"name":"[^"]*","bytes":[0-9]+,"sha256":"[0-9a-f]+"[}]/)) {
    print substr($0, RSTART, RLENGTH)
    $0 = substr($0, RSTART + RLENGTH)
  }
}' "$work/statement.content" > "$work/named"
: > "$work/held"

# called LINE: the name in it, without what a terminal could take for a command.
called() {
  name=${1#*:\"}
  printf '%s' "${name%%\"*}" | tr -d '\\\000-\037\177'
}

# belongs NAME FILE: the statement names a file of exactly these bytes.
belongs() {
  [ -f "$2" ] && [ -r "$2" ] || refuse "$1" "the file is missing"
  printf '"bytes":%s,"sha256":"%s"}\n' "$(wc -c < "$2" | tr -d ' ')" "$(sha256 < "$2")" > "$work/measured"
  line=$(grep -F -f "$work/measured" "$work/named" | head -1)
  [ -n "$line" ] || refuse "$1" "the statement names no file of these bytes"
  cat "$work/measured" >> "$work/held"
  holds "$1: the statement names a file of exactly these bytes, \"$(called "$line")\""
}

for file in file-*; do
  [ -f "$file" ] || continue
  belongs "$file" "$file"
done
for file do
  case $file in
    /*) belongs "$file" "$file" ;;
    *) belongs "$file" "$from/$file" ;;
  esac
done
while read -r line; do
  measured=$(printf '%s' "$line" | sed 's/^.*,"bytes":/"bytes":/')
  grep -qxF "$measured" "$work/held" && continue
  unchecked "the file \"$(called "$line")\" that the statement names: it is not here; whoever has it runs verify.sh with its path"
done < "$work/named"
[ -s "$work/named" ] \
  && unchecked "whether the receiver has the files: its receipts here are for the statement, which names them"

count=0
for file in receipt-*.p7s; do
  [ -f "$file" ] || continue
  name=${file%.p7s}
  signed "$name" "$file" receiver
  grep -qF "\"$statement\"" "$work/$name.content" \
    || refuse "$name" "it does not name the digest of the statement"
  logged "$name" receiver "$(sha256 < "$work/$name.content")" "$(sha256 < "$file")"
  count=$((count + 1))
done
[ "$count" -ne 0 ] || refuse receipts "there is no receipt"

sumdb=${GOCODE:-/usr/share/gocode}/src/golang.org/x/mod/sumdb
if [ "${WITHOUT_GO:-}" ] || ! command -v go > /dev/null || [ ! -d "$sumdb" ]; then
  unchecked "the logs by an independent verifier: Go with x/mod/sumdb is not here"
else
  need independent.go
  GO111MODULE=off GOPATH=${GOCODE:-/usr/share/gocode} GOCACHE="$work/go" HOME="$work" \
    go run independent.go > "$work/independent" 2>&1 \
    || refuse "the logs" "the independent verifier refuses them: $(tail -1 "$work/independent")"
  holds "the logs: the independent verifier agrees: $(tail -1 "$work/independent")"
fi

unchecked "the ML-DSA signatures beside the classical ones: Parley checks them, openssl before 3.5 cannot"
unchecked "whether a certificate was revoked after this folder was made"
unchecked "whether the fingerprints are those that the parties themselves give: compare them over another way"
echo "All that was checked holds."
