package steward.people;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import steward.people.UnreadableFileException.Kind;

/** The XML parts of an office file, read one by one as a stream. Not thread-safe. */
final class Parts implements AutoCloseable {
    private final ZipFile zip;
    /** One a file: it keeps its last parser, and with it the last texts. */
    private final XMLInputFactory factory = secureFactory();

    private Parts(ZipFile zip) {
        this.zip = zip;
    }

    /** Reads one part from its first element to its last. */
    @FunctionalInterface
    interface Reading {
        void read(XMLStreamReader xml) throws XMLStreamException, UnreadableFileException;
    }

    static Parts open(Path path) throws UnreadableFileException {
        try {
            return new Parts(new ZipFile(path.toFile()));
        } catch (ZipException | EOFException e) {
            throw new UnreadableFileException(Kind.BROKEN_WORKBOOK, e);
        } catch (IOException e) {
            throw Source.failed(e);
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** Answers false when there is no such part. */
    boolean read(String name, long limit, Reading reading) throws UnreadableFileException {
        return read(name, limit, Limits.ZIP_RATIO, reading);
    }

    /** @param ratio how many times its packed size a part may have, when it is no small one */
    boolean read(String name, long limit, long ratio, Reading reading) throws UnreadableFileException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) return false;
        // What the directory claims of sizes was checked before; this holds whatever it claims.
        long dense = Math.max(Limits.ZIP_RATIO_FROM, entry.getCompressedSize() * ratio);
        long most = Math.min(limit, dense);
        // The reader decodes, not the parser: a declared encoding cannot hide what the guard looks for.
        try (InputStream in = zip.getInputStream(entry);
                GuardedReader text = new GuardedReader(new InputStreamReader(in, StandardCharsets.UTF_8), most)) {
            XMLStreamReader xml = new FewNames(factory.createXMLStreamReader(withoutMark(text)));
            reading.read(xml);
            xml.close();
            return true;
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (GuardedReader.RefusedException e) {
            throw e.unreadable();
        } catch (ZipException | EOFException e) {
            throw new UnreadableFileException(Kind.BROKEN_WORKBOOK, e);
        } catch (IOException e) {
            throw Source.failed(e);
        }
    }

    @Override
    public void close() throws UnreadableFileException {
        try {
            zip.close();
        } catch (IOException e) {
            throw Source.failed(e);
        }
    }

    private static Reader withoutMark(GuardedReader text) throws IOException {
        PushbackReader reader = new PushbackReader(text, 1);
        int first = reader.read();
        if (first >= 0 && first != 0xFEFF) reader.unread(first);
        return reader;
    }

    private static UnreadableFileException refused(XMLStreamException e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof GuardedReader.RefusedException refused) return refused.unreadable();
            if (t instanceof XMLStreamException xml
                    && xml.getNestedException() instanceof GuardedReader.RefusedException r) {
                return r.unreadable();
            }
        }
        return new UnreadableFileException(Kind.BROKEN_WORKBOOK, e);
    }

    private static XMLInputFactory secureFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }
}
