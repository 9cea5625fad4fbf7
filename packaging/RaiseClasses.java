import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.ConstantPoolSharingOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Rewrites the classes of a jar that are older than Java 8 as Java 8's: an AOT cache holds none of the old format, which
 * has no stack maps, and loading those at each start takes a tenth of a second.
 */
void main(String... jars) throws IOException {
    for (String jar : jars) {
        Path file = Path.of(jar).toAbsolutePath();
        var loader = new URLClassLoader(new URL[] {file.toUri().toURL()});
        ClassFile format = ClassFile.of(
                ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(loader)
                        .orElse(ClassHierarchyResolver.defaultResolver())),
                ConstantPoolSharingOption.NEW_POOL,
                StackMapsOption.GENERATE_STACK_MAPS);
        try (var inside = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of())) {
            for (Path each : classes(inside.getPath("/"))) {
                Files.write(each, raised(format, Files.readAllBytes(each)));
            }
        }
    }
}

private static final int JAVA_8 = 52;

private List<Path> classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
        return files.filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class"))
                .toList();
    }
}

private byte[] raised(ClassFile format, byte[] before) {
    var read = format.parse(before);
    if (read.majorVersion() >= JAVA_8) {
        return before;
    }
    ClassTransform version = (builder, element) ->
            builder.with(element instanceof ClassFileVersion ? ClassFileVersion.of(JAVA_8, 0) : element);
    return format.transformClass(
            read, version.andThen(ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)));
}
