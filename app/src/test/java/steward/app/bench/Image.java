package steward.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The program as it is installed: {@code ./test package} tries the package, the figures are of what it holds. */
record Image(Path root) {
    private static final Path INSTALLED = Path.of("/opt/steward");
    private static final Path BUILT = Path.of("target", "package", "steward");
    private static final String OPTION = "java-options=";

    /** The installed one, else the one {@code ./run package} made. */
    static Image find() {
        return Stream.of(INSTALLED, BUILT)
                .filter(Files::isDirectory)
                .findFirst()
                .map(found -> new Image(found.toAbsolutePath()))
                .orElseThrow(() -> new IllegalStateException("there is no image; make it: ./run package"));
    }

    String launcher(String name) {
        return root.resolve("bin").resolve(name).toString();
    }

    String java() {
        return root.resolve("lib/runtime/bin/java").toString();
    }

    /** The flags of its virtual machine that are not of its own files. */
    List<String> flags() throws IOException {
        return Files.readAllLines(root.resolve("lib/app/steward.cfg")).stream()
                .filter(line -> line.startsWith(OPTION))
                .map(line -> line.substring(OPTION.length()))
                .filter(flag -> !flag.contains("$APPDIR") && !flag.startsWith("-Djpackage."))
                .toList();
    }

    /** As its flags name it. */
    String collector() throws IOException {
        return flags().stream()
                .filter(flag -> flag.matches("-XX:\\+Use\\w+GC"))
                .findFirst()
                .map(flag -> flag.replaceAll("-XX:\\+Use|GC$", ""))
                .orElse("default");
    }

    List<Path> toolkit() throws IOException {
        try (Stream<Path> jars = Files.list(root.resolve("lib/app"))) {
            return jars.filter(jar -> jar.getFileName().toString().matches("javafx-.*\\.jar"))
                    .sorted()
                    .toList();
        }
    }
}
