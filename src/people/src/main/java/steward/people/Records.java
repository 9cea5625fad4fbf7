package steward.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;

/** The records of a source as its settings say, whatever its format. */
final class Records {

    private Records() {}

    static void read(Source source, Settings settings, Rec.Sink sink) throws UnreadableFileException {
        switch (settings.format()) {
            case CSV -> text(source, settings.dialect(), sink);
            case XLSX -> Workbook.of(source).read(settings.sheet(), sink);
        }
    }

    static void text(Source source, Settings.Dialect dialect, Rec.Sink sink) throws UnreadableFileException {
        try (InputStream in = source.open();
                Reader text = Encoding.reader(in, dialect.charset())) {
            CsvRecords.read(text, dialect, sink);
        } catch (IOException e) {
            throw Source.failed(e);
        }
    }
}
