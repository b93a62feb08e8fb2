package dev.safelight.testkit.outbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Certificates for tests, made by the JDK's keytool: an authority, and servers of its making. */
public final class SelfMadeAuthority {
    private static final String PASSWORD = "of-no-value";

    private final Path file;
    private int made;

    private SelfMadeAuthority(Path file) {
        this.file = file;
    }

    /** A fresh one, whose keys are kept in the folder. */
    public static SelfMadeAuthority in(Path folder) throws IOException {
        var made = new SelfMadeAuthority(folder.resolve("keys.p12"));
        made.keytool("-alias", "authority", "-dname", "CN=Authority", "-ext", "bc:c");
        return made;
    }

    /** The certificate that makes the others good. */
    public Certificate certificate() throws IOException {
        try {
            return keys().getCertificate("authority");
        } catch (GeneralSecurityException fault) {
            throw new IOException(fault);
        }
    }

    /** A server of that name, whom the authority vouches for. */
    public SSLContext vouchedFor(String name) throws IOException {
        return server("-signer", "authority", "-ext", "san=dns:" + name);
    }

    /** The same for days that are over. */
    public SSLContext expired(String name) throws IOException {
        return server(
                "-signer",
                "authority",
                "-ext",
                "san=dns:" + name,
                "-startdate",
                "-10d",
                "-validity",
                "5");
    }

    /** A server of that name, whom nobody vouches for. */
    public SSLContext selfSigned(String name) throws IOException {
        return server("-ext", "san=dns:" + name);
    }

    private SSLContext server(String... options) throws IOException {
        var alias = "server-" + made++;
        var all = new ArrayList<>(List.of("-alias", alias, "-dname", "CN=" + alias));
        all.addAll(List.of(options));
        keytool(all.toArray(String[]::new));
        try {
            var alone = KeyStore.getInstance("PKCS12");
            alone.load(null, null);
            char[] password = PASSWORD.toCharArray();
            var key = (PrivateKey) keys().getKey(alias, password);
            alone.setKeyEntry(alias, key, password, keys().getCertificateChain(alias));
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(alone, password);
            var context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException fault) {
            throw new IOException(fault);
        }
    }

    private KeyStore keys() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    private void keytool(String... options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-genkeypair", "-keyalg", "EC", "-keystore", file.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(List.of(options));
        var log = file.resolveSibling("keytool.log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) throw new IOException(Files.readString(log));
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            throw new IOException(interrupted);
        }
    }
}
