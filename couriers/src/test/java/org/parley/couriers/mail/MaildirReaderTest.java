package org.parley.couriers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.terms.Octets;
import org.parley.couriers.mail.MailReader.Fetched;
import org.parley.duties.port.RecordingDoorway;
import org.parley.duties.port.UnreachableException;

class MaildirReaderTest {

  @TempDir Path maildir;
  private final RecordingDoorway doorway = new RecordingDoorway();

  @Test
  void parcelsAreTakenFromTheFolderAndOtherMailIsLeftAlone() throws Exception {
    Files.createDirectory(maildir.resolve("cur"));
    Files.createDirectory(maildir.resolve("new"));
    try (OutputStream out = Files.newOutputStream(maildir.resolve("new/1.a.host"))) {
      ParcelMail.write(
              Session.getInstance(new Properties()),
              "node@xa.example",
              "node@xb.example",
              Octets.of("sealed"),
              Instant.parse("2026-03-02T12:00:00Z"))
          .writeTo(out);
    }
    Files.writeString(maildir.resolve("cur/2.a.host:2,S"), "Subject: hello\r\n\r\nwords\r\n");
    Files.writeString(maildir.resolve("cur/3.a.host:2,S"), "Content-Type: multipart/mixed\r\n\r\n");
    MaildirReader reader = new MaildirReader(maildir, doorway);
    doorway.fallIll(true);
    assertThatThrownBy(reader::fetch).isInstanceOf(UnreachableException.class);
    doorway.fallIll(false);

    assertThat(reader.fetch()).isEqualTo(new Fetched(1, 0, 2));
    assertThat(reader.fetch()).isEqualTo(new Fetched(0, 0, 2));
    assertThat(doorway.taken()).containsExactly(Octets.of("sealed"));
  }
}
