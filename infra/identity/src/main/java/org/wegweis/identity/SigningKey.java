package org.wegweis.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs tokens: made on first start, then read from its file. */
final class SigningKey {
    private SigningKey() {}

    static RSAKey in(Path folder) throws IOException {
        Path file = folder.resolve("identity.jwk");
        try {
            if (Files.exists(file)) return RSAKey.parse(Files.readString(file));
            var key = new RSAKeyGenerator(3072).keyIDFromThumbprint(true).generate();
            Files.createDirectories(folder);
            // Whole or not at all: half a key would keep the next start from starting.
            Path half = folder.resolve("identity.jwk.new");
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(half, key.toJSONString());
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            return key;
        } catch (ParseException e) {
            throw new IOException(file + " holds no RSA key", e);
        } catch (JOSEException e) {
            throw new IOException("no RSA key can be made here", e);
        }
    }
}
