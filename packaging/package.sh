# Sourced by run: makes target/package, the app image with its own runtime and AOT cache and this system's installers:
# .deb and .rpm on Linux, .msi on Windows (from a POSIX shell), .dmg on macOS.

case "$(uname -s)" in
    Linux) system=linux ;;
    Darwin) system=macos ;;
    MINGW* | MSYS* | CYGWIN*) system=windows ;;
    *) say "Steward is not packaged for $(uname -s)."; exit 1 ;;
esac

need_packaging_tools() {
    [ "$system" = linux ] || return 0
    need_tools Packaging fakeroot:fakeroot dpkg-deb:dpkg rpmbuild:rpm objcopy:binutils dbus-run-session:dbus \
        gnome-keyring-daemon:gnome-keyring
}

# Named here is what jdeps cannot see: services and native calls looked up by name.
UNSEEN=java.naming,jdk.accessibility,jdk.charsets,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.net,jdk.unsupported,jdk.zipfs

# rewrite JAR DROP..: the jar again without the entries named.
rewrite() {
    jar=$1
    shift
    rm -rf "$work/jar"
    mkdir "$work/jar"
    (
        cd "$work/jar"
        "$JAVA_HOME/bin/jar" -xf "$jar"
        mv META-INF/MANIFEST.MF "$work/manifest"
        # shellcheck disable=SC2086
        rm -rf $*
        "$JAVA_HOME/bin/jar" -c -f "$jar" -m "$work/manifest" .
    )
}

# take JAR ENTRY: the native library goes beside the jars, where its loader looks before it unpacks anything.
take() { (cd "$work/taken" && "$JAVA_HOME/bin/jar" -xf "$1" "$2" && mv "$2" "$work/jars/"); }

place_natives() {
    case "$system/$(uname -m)" in
        linux/x86_64) sqlite=Linux/x86_64/libsqlitejdbc.so jna=linux-x86-64/libjnidispatch.so ;;
        linux/aarch64) sqlite=Linux/aarch64/libsqlitejdbc.so jna=linux-aarch64/libjnidispatch.so ;;
        macos/x86_64) sqlite=Mac/x86_64/libsqlitejdbc.dylib jna=darwin-x86-64/libjnidispatch.jnilib ;;
        macos/arm64) sqlite=Mac/aarch64/libsqlitejdbc.dylib jna=darwin-aarch64/libjnidispatch.jnilib ;;
        windows/x86_64) sqlite=Windows/x86_64/sqlitejdbc.dll jna=win32-x86-64/jnidispatch.dll ;;
        *) say "Steward is not packaged for $(uname -m)."; return 1 ;;
    esac
    mkdir "$work/taken"
    for jar in "$work"/jars/javafx-*-*.jar; do
        "$JAVA_HOME/bin/jar" -tf "$jar" | tr -d '\r' | grep -E '\.(so|dylib|dll)$' >"$work/list" || continue
        while read -r entry; do take "$jar" "$entry"; done <"$work/list"
        rewrite "$jar" '*.so' '*.dylib' '*.dll'
    done
    take "$(echo "$work"/jars/sqlite-jdbc-*.jar)" "org/sqlite/native/$sqlite"
    rewrite "$(echo "$work"/jars/sqlite-jdbc-*.jar)" org/sqlite/native
    take "$(echo "$work"/jars/jna-5*.jar)" "com/sun/jna/$jna"
    rewrite "$(echo "$work"/jars/jna-5*.jar)" 'com/sun/jna/*/*jnidispatch*'
}

collect_jars() {
    mkdir -p "$work/jars"
    cp -p "$here"/app/target/lib/*.jar "$here"/app/target/steward-app-"$version".jar "$work/jars/"
    # the plain JavaFX artifacts are empty: classes and natives are in those with a classifier
    for each in "$work"/jars/javafx-*-*-*.jar; do rm -f "$(echo "$each" | sed -E 's/-(linux|mac|win)[^/]*\.jar$/.jar/')"; done
}

# Libraries in a class format that an AOT cache can hold.
raise_classes() { "$JAVA_HOME/bin/java" "$here/packaging/RaiseClasses.java" "$work"/jars/picocli-*.jar; }

# Style sheets in the toolkit's own binary form, which it looks for beside the text: a start has nothing to parse. Only
# durations it cannot hold.
compile_sheets() {
    mkdir "$work/sheets"
    (
        cd "$work/sheets"
        "$JAVA_HOME/bin/jar" -xf "$work/jars/steward-app-$version.jar" steward/app/theme
        rm steward/app/theme/timing.css
        for each in steward/app/theme/*.css; do
            "$JAVA_HOME/bin/java" -cp "$work/jars/*" com.sun.javafx.css.parser.Css2Bin "$each" "${each%.css}.bss" >&2
        done
        "$JAVA_HOME/bin/jar" -uf "$work/jars/steward-app-$version.jar" steward/app/theme/*.bss
    )
}

# What the build says of the libraries, and what they say themselves.
collect_notices() {
    mkdir -p "$work/legal/licenses"
    cp "$here/LICENSE" "$here/app/target/sbom.cdx.json" "$here/app/target/THIRD-PARTY.txt" "$work/legal/"
    for jar in "$work"/jars/*.jar; do
        "$JAVA_HOME/bin/jar" -tf "$jar" | tr -d '\r' | grep -iE '(LICEN[SC]E|NOTICE|COPYING)[^/]*$' \
            | grep -v '\.class$' >"$work/list" || continue
        kept=$work/legal/licenses/$(basename "$jar" .jar)
        mkdir "$kept"
        rm -rf "$work/jar"
        mkdir "$work/jar"
        (cd "$work/jar" && "$JAVA_HOME/bin/jar" -xf "$jar" "@$work/list" && find . -type f -exec cp {} "$kept/" \;)
    done
}

# Without the flight recorder: Jdbi starts it wherever it finds one, 0.05 s before the first query.
link_runtime() {
    say "Linking the runtime"
    seen=$("$JAVA_HOME/bin/jdeps" --print-module-deps --ignore-missing-deps --multi-release 25 --recursive \
        --class-path "$work/jars/*" "$work/jars/steward-app-$version.jar" | tr -d '\r' | sed 's/,jdk\.jfr//')
    "$JAVA_HOME/bin/jlink" --add-modules "$seen,$UNSEEN" --strip-debug --no-header-files --no-man-pages --include-locales=en,de \
        --output "$work/runtime" >&2
    rm -f "$work/runtime/bin/keytool"* "$work/runtime/bin/jfr"* "$work/runtime/bin/rmiregistry"*
}

make_image() {
    say "Making the app image"
    cp "$here/packaging/steward-cli.properties" "$work/"
    icon=$here/icons/steward-512.png
    [ "$system" != windows ] || icon=$here/icons/steward.ico
    [ "$system" != macos ] || icon=$here/icons/steward.icns
    "$JAVA_HOME/bin/jpackage" "@$here/packaging/base.args" "@$here/packaging/image.args" "@$here/packaging/$system-image.args" \
        --app-version "$version" --dest "$out" --input "$work/jars" --main-jar "steward-app-$version.jar" \
        --runtime-image "$work/runtime" --resource-dir "$here/packaging/$system" --icon "$icon" \
        --add-launcher "steward-cli=$work/steward-cli.properties" >&2
    case "$system" in
        linux) image=$out/steward main=steward cfg=$image/lib/app cli=$image/bin/steward-cli java=$image/lib/runtime/bin/java ;;
        macos)
            image=$out/Steward.app main=Steward cfg=$image/Contents/app cli=$image/Contents/MacOS/steward-cli
            java=$image/Contents/runtime/Contents/Home/bin/java
            ;;
        windows) image=$out/Steward main=Steward cfg=$image/app cli=$image/steward-cli.exe java=$image/runtime/bin/java.exe ;;
    esac
}

# The menu entry, icons, manual and notices in an app image for Linux, as they lie below /usr in a package.
add_share() {
    # jpackage takes over what lies in lib only
    share=$image/lib/share
    mkdir -p "$share/applications" "$share/man/man1" "$share/doc" "$share/icons/hicolor/scalable/apps"
    cp "$here/packaging/linux/steward.desktop" "$share/applications/"
    cp -R "$work/legal" "$share/doc/steward"
    cp "$here/packaging/linux/copyright" "$share/doc/steward/"
    gzip -9n <"$here/packaging/linux/steward.1" >"$share/man/man1/steward.1.gz"
    ln -s steward.1.gz "$share/man/man1/steward-cli.1.gz"
    for size in 16 24 32 48 64 128 256 512; do
        mkdir -p "$share/icons/hicolor/${size}x$size/apps"
        cp "$here/icons/steward-$size.png" "$share/icons/hicolor/${size}x$size/apps/steward.png"
    done
    cp "$here/icons/steward.svg" "$share/icons/hicolor/scalable/apps/"
    chmod -R u=rwX,go=rX "$share"
}

# with_keychain COMMAND..: an open one, as on a desktop, so that its libraries are learned too; elsewhere the system's own.
with_keychain() {
    [ "$system" = linux ] || { "$@"; return; }
    mkdir -p "$work/home"
    # shellcheck disable=SC2016
    HOME=$work/home XDG_DATA_HOME=$work/home dbus-run-session -- sh -c \
        'printf training | gnome-keyring-daemon --unlock --components=secrets >/dev/null && "$@"' - "$@"
}

# Trained by the image's own tour: its java processes are the app's window, and the last one's classes count.
train() {
    say "Training the AOT cache by the image's own tour"
    export JDK_JAVA_OPTIONS="-XX:AOTMode=record -XX:AOTConfiguration=$work/steward.aotconf"
    with_keychain "$cli" --tour "$work/tour" >&2
    unset JDK_JAVA_OPTIONS
    [ -s "$work/steward.aotconf" ] || { say "The tour left no AOT configuration."; return 1; }
    class_path=$(sed -n "s|^app.classpath=\$APPDIR[/\\\\]|$cfg/|p" "$cfg/$main.cfg" | tr -d '\r' | paste -sd: -)
    sed -n "/^java-options=/{s/^java-options=//;s|\$APPDIR|$cfg|;p;}" "$cfg/$main.cfg" | tr -d '\r' | sed '/jpackage.app-version/d' >"$work/flags"
    # shellcheck disable=SC2046
    "$java" -XX:AOTMode=create -XX:AOTConfiguration="$work/steward.aotconf" \
        -XX:AOTCache="$cfg/steward.aot" $(cat "$work/flags") -cp "$class_path" >&2
    for each in "$main" steward-cli; do
        awk '{ print } /^\[JavaOptions\]/ { print "java-options=-XX:AOTCache=$APPDIR/steward.aot" }' "$cfg/$each.cfg" >"$work/cfg"
        cp "$work/cfg" "$cfg/$each.cfg"
    done
}

# jpackage's own launcher for Linux asks rpm and dpkg twice each which package it is of: a tenth of a second, and a folder
# .rpmdb in the home of whoever has rpm. A script knows where it lies. GTK is told to leave OpenGL alone: the toolkit draws
# with its own, and GTK's loads a driver that nothing uses.
replace_launchers() {
    for each in steward steward-cli; do
        {
            printf '%s\n' '#!/bin/sh' 'self=$0' '[ ! -L "$self" ] || self=$(readlink -f "$self")' 'root=${self%/*}' 'root=${root%/*}' \
                'app=$root/lib/app' 'unset JDK_JAVA_OPTIONS' 'export GDK_GL=disable'
            printf 'exec "$root/lib/runtime/bin/java"'
            sed -n '/^java-options=/{s/^java-options=/ "/;s|\$APPDIR|$app|;s/$/"/;p;}' "$cfg/$each.cfg" | tr -d '\n'
            printf ' ${STEWARD_JAVA_OPTIONS:-} -cp "'
            sed -n 's|^app.classpath=\$APPDIR|$app|p' "$cfg/$each.cfg" | paste -sd: - | tr -d '\n'
            printf '" steward.app.Main "$@"\n'
        } >"$image/bin/$each"
    done
}

# installer TYPE OPTION..
installer() {
    type=$1
    shift
    say "Making the .$type"
    "$JAVA_HOME/bin/jpackage" "@$here/packaging/base.args" "@$here/packaging/$system.args" --type "$type" --app-version "$version" \
        --dest "$out" --app-image "$image" --resource-dir "$here/packaging/$system" "$@" >&2
}

# jpackage fills /opt/steward only: what belongs below /usr is moved there, so that dpkg knows every file. Its copies have new
# times, and the AOT cache knows the jars by theirs: so the image's own files go in.
make_deb() {
    DPKG_DEB_COMPRESSOR_TYPE=none installer deb
    deb=$(echo "$out"/steward_*.deb)
    dpkg-deb -R "$deb" "$work/deb"
    (
        cd "$work/deb"
        rm -rf opt/steward
        cp -a "$image" opt/steward
        mkdir -p usr/bin
        mv opt/steward/lib/share usr/
        ln -s /opt/steward/bin/steward /opt/steward/bin/steward-cli usr/bin/
        sed -i -e '/^$/d' -e '/^Provides:/d' -e '/^Depends:/a Recommends: fonts-noto-core, fonts-noto-cjk' DEBIAN/control
        find opt usr -type f -exec md5sum {} + >DEBIAN/md5sums
        chmod -R u=rwX,go=rX .
        chmod 755 DEBIAN/post* opt/steward/bin/*
    )
    dpkg-deb --root-owner-group -Zxz -b "$work/deb" "$deb" >&2
}

make_installers() {
    case "$system" in
        linux)
            if command -v dpkg-deb >/dev/null 2>&1; then make_deb; fi
            STEWARD_IMAGE=$image installer rpm
            ;;
        # The image's signature is older than its AOT cache.
        macos)
            codesign --force --deep --sign - --entitlements "$here/packaging/macos/entitlements.plist" "$image"
            installer dmg
            ;;
        windows) installer msi --license-file "$here/LICENSE" ;;
    esac
}

make_package() {
    version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$here/pom.xml" | head -n 1)
    out=$here/target/package
    work=$out/work
    rm -rf "$out"
    mkdir -p "$work"
    say "Building Steward and its bill of materials"
    (cd "$here" && mvn -q -B -DskipTests -pl app -am package \
        org.cyclonedx:cyclonedx-maven-plugin:makeBom org.codehaus.mojo:license-maven-plugin:add-third-party) >&2 </dev/null
    touch "$here/app/target/lib/.built"
    collect_jars
    place_natives
    raise_classes
    compile_sheets
    collect_notices
    link_runtime
    make_image
    if [ "$system" = linux ]; then add_share; else cp -R "$work/legal" "$cfg/"; fi
    train
    [ "$system" != linux ] || replace_launchers
    make_installers
    rm -rf "$work"
    ls -d "$out"/*
}
