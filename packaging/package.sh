# Sourced by run: makes target/package: the app image with its own runtime and AOT cache, and the .deb. Linux so far.

need_packaging_tools() {
    missing=
    for tool in fakeroot dpkg-deb; do command -v "$tool" >/dev/null 2>&1 || missing="$missing ${tool%-deb}"; done
    command -v objcopy >/dev/null 2>&1 || missing="$missing binutils"
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        say "Packaging needs these packages; ask an administrator for: apt-get install$missing"
        return 1
    fi
    # shellcheck disable=SC2086
    install_packages $missing
}

# What jdeps finds, and what it cannot see: services and native calls looked up by name.
MODULES=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.security.jgss,java.sql,java.xml
MODULES=$MODULES,jdk.accessibility,jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.management,jdk.net,jdk.security.auth,jdk.unsupported,jdk.zipfs

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
    case "$(uname -m)" in
        x86_64) sqlite=Linux/x86_64 jna=linux-x86-64 ;;
        aarch64) sqlite=Linux/aarch64 jna=linux-aarch64 ;;
        *) say "Steward is not packaged for $(uname -m)."; return 1 ;;
    esac
    mkdir "$work/taken"
    for jar in "$work"/jars/javafx-*-linux*.jar; do
        "$JAVA_HOME/bin/jar" -tf "$jar" | grep '\.so$' >"$work/list" || continue
        while read -r entry; do take "$jar" "$entry"; done <"$work/list"
        rewrite "$jar" '*.so'
    done
    take "$(echo "$work"/jars/sqlite-jdbc-*.jar)" "org/sqlite/native/$sqlite/libsqlitejdbc.so"
    rewrite "$(echo "$work"/jars/sqlite-jdbc-*.jar)" org/sqlite/native
    take "$(echo "$work"/jars/jna-5*.jar)" "com/sun/jna/$jna/libjnidispatch.so"
    rewrite "$(echo "$work"/jars/jna-5*.jar)" 'com/sun/jna/*/*jnidispatch*'
}

# Trained by the image's own tour: its java processes are the app's window, and the last one's classes count.
train() {
    image=$out/steward
    cfg=$image/lib/app
    say "Training the AOT cache by the image's own tour"
    JDK_JAVA_OPTIONS="-XX:AOTMode=record -XX:AOTConfiguration=$work/steward.aotconf" "$image/bin/steward-cli" --tour "$work/tour" >&2
    [ -s "$work/steward.aotconf" ] || { say "The tour left no AOT configuration."; return 1; }
    class_path=$(sed -n "s|^app.classpath=\$APPDIR|$cfg|p" "$cfg/steward.cfg" | paste -sd: -)
    sed -n "/^java-options=/{s/^java-options=//;s|\$APPDIR|$cfg|;p}" "$cfg/steward.cfg" | sed '/jpackage.app-version/d' >"$work/flags"
    "$image/lib/runtime/bin/java" -XX:AOTMode=create -XX:AOTConfiguration="$work/steward.aotconf" \
        -XX:AOTCache="$cfg/steward.aot" $(cat "$work/flags") -cp "$class_path" >&2
    for each in steward steward-cli; do
        printf 'java-options=-XX:AOTCache=$APPDIR/steward.aot\n' >"$work/line"
        sed -i "/^\[JavaOptions\]/r $work/line" "$cfg/$each.cfg"
    done
}

make_package() {
    version=$(sed -n 's|.*<version>\(.*\)</version>.*|\1|p' "$here/pom.xml" | head -n 1)
    out=$here/target/package
    work=$out/work
    rm -rf "$out"
    mkdir -p "$work/jars"
    cp -p "$here"/app/target/lib/*.jar "$here"/app/target/steward-app-"$version".jar "$work/jars/"
    # the plain JavaFX artifacts are empty: classes and natives are in those with a classifier
    for each in "$work"/jars/javafx-*-linux*.jar; do rm -f "${each%-linux*}.jar"; done
    place_natives
    say "Linking the runtime"
    "$JAVA_HOME/bin/jlink" --add-modules "$MODULES" --strip-debug --no-header-files --no-man-pages --include-locales=en,de \
        --output "$work/runtime" >&2
    rm -f "$work/runtime/bin/keytool" "$work/runtime/bin/jfr"
    say "Making the app image"
    printf 'description=Steward on the command line\n' >"$work/steward-cli.properties"
    printf 'linux-shortcut=false\n' >>"$work/steward-cli.properties"
    "$JAVA_HOME/bin/jpackage" "@$here/packaging/base.args" --type app-image --app-version "$version" --dest "$out" \
        --input "$work/jars" --main-jar "steward-app-$version.jar" --runtime-image "$work/runtime" \
        --icon "$here/icons/steward-512.png" --add-launcher "steward-cli=$work/steward-cli.properties" >&2
    train
    say "Making the .deb"
    "$JAVA_HOME/bin/jpackage" "@$here/packaging/linux.args" --type deb --name steward --app-version "$version" --dest "$out" \
        --app-image "$out/steward" --license-file "$here/LICENSE" --icon "$here/icons/steward-512.png" >&2
    rm -rf "$work"
    ls -d "$out"/*
}
