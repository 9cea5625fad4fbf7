# Sourced by test: installs the .deb for real, starts it as people do, removes and purges it, and looks at what is left.

need_smoke_tools() {
    if [ "$(id -u)" -ne 0 ] || ! command -v dpkg >/dev/null 2>&1; then
        say "Trying the package needs root on a Debian system."
        return 1
    fi
    need_tools "Trying the package" Xvfb:xvfb xwininfo:x11-utils xdotool:xdotool desktop-file-validate:desktop-file-utils \
        setpriv:util-linux rpm:rpm
}

passed=0
failed=0

# check WORDS COMMAND..: says how it went and counts.
check() {
    words=$1
    shift
    if "$@" >"$smoke/out" 2>&1; then
        passed=$((passed + 1))
        say "ok: $words"
    else
        failed=$((failed + 1))
        say "FAILED: $words"
        tail -n 20 "$smoke/out" >&2
    fi
}

# within SECONDS COMMAND..: tried until it succeeds.
within() {
    tries=$(($1 * 5))
    shift
    while ! "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || return 1
        sleep 0.2
    done
}

# What a removed package must not have changed: names and sizes where packages put things, without the desktop's own indexes.
files() {
    find /etc /opt /usr /home /root /srv /var/lib -xdev \( -path /var/lib/dpkg -o -path /var/lib/apt -o -path "$HOME/.m2" \
        -o -path '/etc/*-' -o -name icon-theme.cache -o -name mimeinfo.cache \) -prune -o -type f -printf '%p %s\n' -o -printf '%p\n' | sort
}

# as USER COMMAND..: with a fresh environment, and /tmp private, empty and noexec.
as() {
    who=$1
    shift
    # shellcheck disable=SC2016
    unshare -m sh -c 'mount -t tmpfs -o noexec,nosuid,nodev,mode=1777 smoke /tmp
        who=$1 home=$2 display=$3 left=$4 extra=$5
        shift 5
        setpriv --reuid "$who" --regid "$(id -g "$who")" --init-groups env -i HOME="$home" USER="$who" LOGNAME="$who" \
            PATH=/usr/bin:/bin LANG=C.UTF-8 XDG_DATA_HOME="$home/.local/share" XDG_STATE_HOME="$home/.local/state" ${display:+"DISPLAY=$display"} ${extra:+"JAVA_TOOL_OPTIONS=$extra"} "$@"
        code=$?
        find /tmp -mindepth 1 >>"$left"
        exit $code' - "$who" "$home" "$display" "$smoke/left" "$extra" "$@"
}

contains() { "$1" | grep -q -- "$2"; }
says() {
    expected=$1
    shift
    "$@" </dev/null 2>&1 | grep -q -- "$expected"
}

without_display() {
    display=
    if as "$who_runs" steward >"$smoke/words" 2>&1; then return 1; fi
    grep -q 'needs a display' "$smoke/words"
}

# The window's title names the organization once the first tab is shown.
on_first_tab() { DISPLAY=$screen xwininfo -root -tree | grep -q '"Acme .*Steward'; }
no_window() { ! DISPLAY=$screen xwininfo -root -tree | grep -q '"Acme .*Steward'; }

# Opens the window, waits for the first tab, and ends it as the end of a session does.
open_window() {
    display=$screen extra=$1
    shift
    as "$who_runs" steward "$@" >"$smoke/window" 2>&1 &
    window=$!
    extra=
    if ! within 60 on_first_tab; then
        cat "$smoke/window"
        end_window
        return 1
    fi
    end_window
    [ "$ended" -eq 143 ] && within 5 no_window
}

end_window() {
    DISPLAY=$screen xdotool search --name Steward getwindowpid | sort -u | while read -r pid; do kill "$pid"; done
    ended=0
    wait "$window" || ended=$?
}

nothing_unpacked() {
    cat "$smoke/left"
    find "$home" \( -name '*.so' -o -name '.openjfx' -o -name JNA \) -print
    [ ! -s "$smoke/left" ] && [ -z "$(find "$home" \( -name '*.so' -o -name '.openjfx' -o -name JNA \) -print)" ]
}

# The desktop's own libraries keep caches of fonts and settings; all else is data, logs, or was asked for.
only_data() {
    find "$home" -type f ! -path "$home/.local/share/steward/*" ! -path "$home/.local/state/steward/logs/*" ! -path "$home/.cache/*" ! -path "$home/tour/*" >"$smoke/other"
    cat "$smoke/other"
    [ ! -s "$smoke/other" ]
}

# sitting USER HOME: everything a person does with it, from an empty home.
sitting() {
    who_runs=$1 home=$2 display= extra=
    : >"$smoke/left"
    check "$who_runs: steward-cli tells its version" says "Steward $version" as "$who_runs" steward-cli --version
    check "$who_runs: steward says that it needs a display where there is none" without_display
    check "$who_runs: the window opens on an empty home and reaches the first tab, with the AOT cache" open_window -XX:AOTMode=on --demo
    check "$who_runs: the window opens again where it was left" open_window -XX:AOTMode=on --demo
    check "$who_runs: the tour runs from the installed image without a display" tour
    check "$who_runs: nothing was unpacked, nothing lies in /tmp" nothing_unpacked
    check "$who_runs: nothing lies outside the data and log directories" only_data
}

tour() {
    display=
    as "$who_runs" steward-cli --tour "$home/tour" && grep -q '"ok" *: *true' "$home/tour/tour.json" && ! grep -q '"ok" *: *false' "$home/tour/tour.json"
}

menu_is_complete() {
    desktop-file-validate /usr/share/applications/steward.desktop || return 1
    for size in 16x16 24x24 32x32 48x48 64x64 128x128 256x256 512x512; do
        [ -s "/usr/share/icons/hicolor/$size/apps/steward.png" ] || return 1
    done
    [ -s /usr/share/icons/hicolor/scalable/apps/steward.svg ]
}

papers_are_complete() {
    gzip -cd /usr/share/man/man1/steward.1.gz | grep -q '^\.SH SYNOPSIS' && gzip -cd /usr/share/man/man1/steward-cli.1.gz >/dev/null \
        && [ -s /usr/share/doc/steward/copyright ] && grep -q 'Apache License' /usr/share/doc/steward/LICENSE \
        && grep -q 'sqlite-jdbc' /usr/share/doc/steward/THIRD-PARTY.txt \
        && grep -q '"bomFormat" *: *"CycloneDX"' /usr/share/doc/steward/sbom.cdx.json \
        && [ -s /usr/share/doc/steward/licenses/jackson-core-*/LICENSE ]
}

every_jar_is_listed() {
    for jar in /opt/steward/lib/app/*.jar; do
        name=$(basename "$jar" .jar)
        case "$name" in steward-*) continue ;; esac
        artifact=$(echo "$name" | sed -E 's/-[0-9][^/]*$//')
        grep -q "\"name\" : \"$artifact\"" /usr/share/doc/steward/sbom.cdx.json && grep -q ":$artifact:" /usr/share/doc/steward/THIRD-PARTY.txt \
            || { echo "$artifact"; return 1; }
    done
}

# The AOT cache knows the jars by size and time: they have to be those of the image in either package.
jars_keep_their_time() {
    for jar in "$packages"/steward/lib/app/*.jar; do
        [ "$(stat -c %Y "$jar")" = "$(stat -c %Y "/opt/steward/lib/app/${jar##*/}")" ] || { echo "$jar in the .deb"; return 1; }
    done
    rpm -qp --qf '[%{FILENAMES} %{FILEMTIMES}\n]' "$rpm" >"$smoke/times"
    for jar in "$packages"/steward/lib/app/*.jar; do
        grep -qx "/opt/steward/lib/app/${jar##*/} $(stat -c %Y "$jar")" "$smoke/times" || { echo "$jar in the .rpm"; return 1; }
    done
}

rpm_is_complete() {
    rpm -qlp "$rpm" >"$smoke/rpm"
    for each in /opt/steward/bin/steward /usr/bin/steward-cli /usr/share/applications/steward.desktop \
        /usr/share/icons/hicolor/16x16/apps/steward.png /usr/share/man/man1/steward.1.gz /usr/share/doc/steward/sbom.cdx.json \
        /opt/steward/lib/app/steward.aot; do
        grep -qx "$each" "$smoke/rpm" || { echo "$each"; return 1; }
    done
}

data_kept() { [ "$(cd "$asa" && find .local/share/steward | sort)" = "$kept" ]; }
same_as_before() {
    files >"$smoke/after"
    diff "$smoke/before" "$smoke/after"
}

silent_install() { DEBIAN_FRONTEND=readline dpkg -i "$deb" </dev/null || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -f; }

smoke_package() {
    packages=$here/target/package
    deb=$(echo "$packages"/steward_*.deb)
    [ -f "$deb" ] || { say "There is no package; make it: ./run package"; return 1; }
    if has_package steward; then say "Steward is installed here already; remove it first: dpkg -r steward"; return 1; fi
    version=$(dpkg-deb -f "$deb" Version | sed 's/-[0-9]*$//')
    smoke=$(mktemp -d /var/tmp/steward-smoke.XXXXXX)
    chmod 755 "$smoke"
    user=steward-smoke
    asa="$smoke/Åsa Östbergs Zuhause/$user"
    mkdir -p "$asa" "$smoke/root"
    useradd --no-create-home --home-dir "$asa" --shell /bin/sh "$user"
    chown "$user" "$asa"
    Xvfb -displayfd 3 -screen 0 1400x1000x24 3>"$smoke/display" >/dev/null 2>&1 &
    xvfb=$!
    trap 'exit 1' HUP INT TERM
    trap 'kill "$xvfb"; userdel "$user"; dpkg -P steward >/dev/null 2>&1; rm -rf "$smoke"' EXIT
    within 10 test -s "$smoke/display"
    screen=:$(cat "$smoke/display")

    files >"$smoke/before"
    check "the package installs without a question" silent_install
    check "its menu entry is valid and has an icon of every size" menu_is_complete
    check "manual, license, notices and bill of materials are there" papers_are_complete
    check "every library is in the bill of materials and in the notices" every_jar_is_listed
    rpm=$(echo "$packages"/steward-*.rpm)
    check "the .rpm holds the same" rpm_is_complete
    check "the jars of both have the time the AOT cache knows" jars_keep_their_time
    sitting root "$smoke/root"
    sitting "$user" "$asa"
    kept=$(cd "$asa" && find .local/share/steward | sort)
    check "it installs over itself" silent_install
    check "removal says where the data are" says '\.local/share/steward' dpkg -r steward
    check "the data are left" data_kept
    check "it installs again" silent_install
    check "purging says where the data are" says '\.local/share/steward' dpkg -P steward
    check "the data are left" data_kept
    check "no other file is" same_as_before
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ]
}
