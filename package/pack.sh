# shellcheck shell=sh
# ./parley package: read by the launcher, whose words (say, stop, aim, build_if_stale) it uses.

# The modules that both programs use, asked of them, and those that only services name: locales, character sets, zip
# archives, the elliptic curves of TLS, names.
modules_of() {
  for room in cli node; do
    "$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release 25 --recursive --print-module-deps \
      -cp "$here/$room/target/parley/lib/*" "$here/$room/target/parley/parley-$room.jar" || return 1
  done | tr '\n' ','
  printf %s java.naming,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.zipfs
}

# One archive to carry to a machine without any network, with a Java of its own; tried before it is called made.
pack() {
  key=
  case ${1:-} in
    --sign) key=${2:-}; [ -r "$key" ] || stop "--sign needs a private key in PEM that can be read" ;;
    '') ;;
    *) say "package [--sign KEY]"; exit 64 ;;
  esac
  ready_to_build
  [ -x "$JAVA_HOME/bin/jlink" ] || stop "needs a JDK with bin/jlink, to make a Java of the package's own"
  for room in cli node; do
    rooms="core formats desk duties seal store couriers exchange $room"
    aim "$room"
    build_if_stale
  done
  version=$(sed -n 's:^  <version>\(.*\)</version>.*:\1:p' "$here/pom.xml" | head -n 1)
  name=parley-$version-$(uname -s | tr 'A-Z' 'a-z')-$(uname -m)
  work=$here/target/package.$$
  trap 'rm -rf "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  fill_package "$work/$name"
  out=$here/target/$name.tar.gz
  tar -C "$work" --sort=name --mtime='2026-01-01 00:00:00Z' --owner=0 --group=0 --numeric-owner -cf - "$name" |
    gzip -n -9 >"$work/packed"
  try_package "$work/packed" "$name"
  rm -f "$out.sig"
  mv "$work/packed" "$out"
  (cd "$here/target" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256")
  if [ -n "$key" ]; then
    openssl dgst -sha256 -sign "$key" -out "$out.sig" "$out" || stop "the package could not be signed"
  fi
  say "made $out"
}

fill_package() {
  mkdir -p "$1"
  modules=$(modules_of) || stop "the modules of the programs could not be read"
  say "making a Java of its own"
  "$JAVA_HOME/bin/jlink" --add-modules "$modules" --include-locales=en,fr,de,it,ru,es --strip-debug \
    --no-header-files --no-man-pages --compress zip-6 --output "$1/runtime"
  for room in cli node; do
    mkdir -p "$1/$room/target"
    cp -Rp "$here/$room/target/parley" "$1/$room/target/parley"
    rm -f "$1/$room/target/parley"/*.aot
  done
  # What both programs need lies there once.
  for library in "$1"/node/target/parley/lib/*.jar; do
    same=$1/cli/target/parley/lib/${library##*/}
    if cmp -s "$library" "$same"; then ln -f "$same" "$library"; fi
  done
  cp -p "$here/parley" "$here/LICENSE" "$here/NEWS.md" "$here/README.md" "$here/SECURITY.md" "$1/"
  cp -Rp "$here/handbook" "$1/handbook"
  bill_of_materials "$1"
  (cd "$1" && find . -type f ! -name SHA256SUMS -print0 | LC_ALL=C sort -z | xargs -0 sha256sum >SHA256SUMS)
}

# What the build says it is made of, after CycloneDX; refused where it leaves out a library that lies there.
bill_of_materials() {
  say "writing the bill of materials"
  mvn -B -q -f "$here/pom.xml" -pl cli,node -am org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom \
    -DoutputDirectory="$work/bill" >"$work/bill.log" 2>&1 || stop "no bill of materials: $(tail -n 5 "$work/bill.log")"
  mv "$work/bill/bom.json" "$1/sbom.cdx.json"
  for library in "$1"/*/target/parley/lib/*.jar; do
    case ${library##*/} in parley-*) continue ;; esac
    sum=$(sha256sum "$library" | cut -d ' ' -f 1)
    grep -q "$sum" "$1/sbom.cdx.json" || stop "the bill of materials does not name ${library##*/}"
  done
}

# Unpacks it elsewhere and starts both programs in it, cut off from every network where the system lets us.
try_package() {
  elsewhere=$work/elsewhere
  mkdir -p "$elsewhere"
  tar -C "$elsewhere" -xzf "$1"
  (cd "$elsewhere/$2" && sha256sum --quiet -c SHA256SUMS) || stop "what was unpacked is not what was packed"
  alone=
  if unshare -rn true 2>/dev/null; then alone="unshare -rn"; fi
  # shellcheck disable=SC2086 # words, on purpose
  env -i HOME="$elsewhere" PATH=/usr/bin:/bin $alone "$elsewhere/$2/parley" --version >&2 ||
    stop "the command line in the package does not start"
  # shellcheck disable=SC2086
  env -i HOME="$elsewhere" PATH=/usr/bin:/bin $alone sh -c 'ip link set lo up 2>/dev/null; exec "$@"' sh \
    "$elsewhere/$2/parley" serve --warm-up --data "$elsewhere/data" --port 0 --exercise package ||
    stop "the server in the package does not start"
  [ -f "$elsewhere/data/books.db" ] || stop "the server in the package laid out no books"
  say "unpacked it and started both programs with nothing else of this machine${alone:+, and without any network}"
}
