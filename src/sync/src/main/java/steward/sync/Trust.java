package steward.sync;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** The authorities believed: Java's, the operating system's, and those of a file. Stateless. */
final class Trust {

    /** Root stores of Windows and macOS; absent elsewhere, where Java's own is the system's. */
    private static final List<String> SYSTEM_STORES = List.of("Windows-ROOT", "KeychainStore-ROOT");

    private Trust() {}

    /**
     * @param caFile PEM file, or null
     * @throws IOException when the file cannot be read as certificates
     */
    static X509TrustManager of(Path caFile) throws IOException {
        try {
            List<Certificate> anchors = new ArrayList<>(List.of(managerOf(null).getAcceptedIssuers()));
            for (String name : SYSTEM_STORES) anchors.addAll(systemAnchors(name));
            if (caFile != null) anchors.addAll(read(caFile));
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (int i = 0; i < anchors.size(); i++) all.setCertificateEntry("anchor-" + i, anchors.get(i));
            return managerOf(all);
        } catch (GeneralSecurityException e) {
            throw new IOException("no usable certificates", e);
        }
    }

    private static List<Certificate> read(Path caFile) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(caFile)) {
            List<Certificate> read =
                    new ArrayList<>(CertificateFactory.getInstance("X.509").generateCertificates(in));
            if (read.isEmpty()) throw new IOException("no certificate in " + caFile);
            for (Certificate each : read) ((X509Certificate) each).checkValidity();
            return read;
        }
    }

    private static List<Certificate> systemAnchors(String name) throws IOException, GeneralSecurityException {
        KeyStore store;
        try {
            store = KeyStore.getInstance(name);
        } catch (KeyStoreException e) {
            return List.of();
        }
        store.load(null, null);
        List<Certificate> found = new ArrayList<>();
        for (Enumeration<String> names = store.aliases(); names.hasMoreElements(); ) {
            Certificate each = store.getCertificate(names.nextElement());
            if (each != null) found.add(each);
        }
        return found;
    }

    private static X509TrustManager managerOf(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager each : factory.getTrustManagers()) {
            if (each instanceof X509TrustManager found) return found;
        }
        throw new KeyStoreException("no X.509 trust manager");
    }
}
