# Sourced by run and test: finds JDK 25 and what the system lacks. POSIX sh.

say() { printf '%s\n' "$*" >&2; }

is_jdk25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -q '^javac 25'; }

# Sets JAVA_HOME to a JDK 25: JAVA_HOME if it is one, else the usual places, else PATH.
find_jdk() {
    on_path=$(command -v javac || true)
    [ -z "$on_path" ] || on_path=$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || printf %s "$on_path")")")
    for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /opt/*25* /opt/java/* \
        /Library/Java/JavaVirtualMachines/*25*/Contents/Home "$HOME"/.sdkman/candidates/java/25* "$HOME"/.jdks/*25* "$on_path"; do
        if [ -n "$jdk" ] && is_jdk25 "$jdk"; then
            JAVA_HOME=$jdk
            export JAVA_HOME
            return 0
        fi
    done
    say "Steward needs JDK 25, and none was found. Install one (Temurin 25, for example) or set JAVA_HOME to it."
    return 1
}

need_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    say "Steward is built with Maven, which was not found. Install the package maven."
    return 1
}

has_library() { { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "$1"; }

has_package() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

# install_packages WHO PACKAGE..: as root; names them and fails otherwise. WHO starts the sentence.
install_packages() {
    who=$1
    shift
    # shellcheck disable=SC2086
    set -- $*
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
        say "$who needs these packages; ask an administrator for: apt-get install $*"
        return 1
    fi
    say "Installing $*"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@"; } >&2 </dev/null
}

# Debian only: the libraries JavaFX loads, and fonts with the scripts shown. Installs as root, names them otherwise.
need_window_libraries() {
    command -v dpkg-query >/dev/null 2>&1 || return 0
    missing=
    has_library libgtk-3.so.0 || missing="$missing libgtk-3-0"
    has_library libXtst.so.6 || missing="$missing libxtst6"
    has_package fonts-noto-core || missing="$missing fonts-noto-core"
    has_package fonts-noto-cjk || missing="$missing fonts-noto-cjk"
    case "$(id -u)$missing" in
        0* | *libgtk* | *libxtst*) install_packages "A window" "$missing" ;;
        *fonts*) say "Some scripts will show as boxes without these fonts: apt-get install$missing" ;;
    esac
}

# The tests record and disturb the system calls of a process with it. Installs it as root, names it otherwise.
need_strace() {
    [ "$(uname -s)" = Linux ] || return 0
    need_tools "The test suite" strace:strace
}

# need_tools WHO TOOL:PACKAGE..: installs the packages of the tools that are not there, as root; names them otherwise.
need_tools() {
    user_of_tools=$1
    shift
    missing=
    for each in "$@"; do command -v "${each%:*}" >/dev/null 2>&1 || missing="$missing ${each#*:}"; done
    install_packages "$user_of_tools" "$missing"
}
