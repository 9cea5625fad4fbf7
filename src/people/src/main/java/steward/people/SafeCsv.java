package steward.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes a table as CSV in which no cell runs as a formula, with the mark by which spreadsheets know UTF-8. */
public final class SafeCsv {

    private SafeCsv() {}

    /**
     * Writes all lines; the first is the header. The writer stays open.
     *
     * @throws IOException when the writer fails
     */
    public static void write(Writer writer, List<List<String>> lines) throws IOException {
        writer.write('\uFEFF');
        CsvWriter csv = CsvWriter.builder().build(writer);
        for (List<String> line : lines) {
            csv.writeRecord(line.stream().map(Neutral::of).toList());
        }
        csv.flush();
    }
}
