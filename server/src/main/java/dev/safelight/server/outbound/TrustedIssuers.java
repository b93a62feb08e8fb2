package dev.safelight.server.outbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;

import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whose certificates receivers may have: those that the JVM trusts, and more.
 *
 * @param more in the order in which they were given
 */
public record TrustedIssuers(List<Certificate> more) {

    /** Those of the JVM alone. */
    public static TrustedIssuers ofTheJvm() {
        return new TrustedIssuers(List.of());
    }

    /**
     * Those of the JVM, and others.
     *
     * @param file certificates in PEM, one behind the other
     */
    public static TrustedIssuers with(Path file) throws IOException {
        try (var certificates = Files.newInputStream(file)) {
            var factory = CertificateFactory.getInstance("X.509");
            return new TrustedIssuers(List.copyOf(factory.generateCertificates(certificates)));
        } catch (GeneralSecurityException malformed) {
            throw new IOException("no certificates are in " + file, malformed);
        }
    }

    /** All of them; reads the JVM's file, which takes a moment. */
    KeyStore load() throws GeneralSecurityException, IOException {
        var all = KeyStore.getInstance(KeyStore.getDefaultType());
        all.load(null, null);
        int at = 0;
        for (var one : Stream.concat(ofTheJvmItself(), more.stream()).toList())
            all.setCertificateEntry("issuer-" + at++, one);
        return all;
    }

    private static Stream<X509Certificate> ofTheJvmItself() throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(one -> Stream.of(((X509TrustManager) one).getAcceptedIssuers()));
    }
}
