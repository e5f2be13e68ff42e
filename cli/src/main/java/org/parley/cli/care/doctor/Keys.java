package org.parley.cli.care.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.parley.cli.care.copy.NodeFiles;
import org.parley.core.directory.SealingKeys;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.couriers.https.TlsIdentity;
import org.parley.exchange.NodeFile;
import org.parley.exchange.NodeKeys;
import org.parley.exchange.NodeSettings;
import org.parley.seal.key.KeyFolder;

/// What a node that exchanges with others needs: its settings, its keys, and time left on them.
final class Keys {

  private static final int MONTHS = 90;
  private static final int WEEKS = 30;

  private final Path folder;
  private final Instant now;
  private final List<Finding> found = new ArrayList<>();

  private Keys(Path folder, Instant now) {
    this.folder = folder;
    this.now = now;
  }

  static List<Finding> look(NodeFiles node, Instant now) throws IOException {
    Keys keys = new Keys(node.folder(), now);
    if (Files.exists(node.folder().resolve(NodeFiles.EXCHANGE))) {
      Checked<NodeSettings> settings = keys.settings();
      keys.certificates();
      keys.periods(settings);
    } else {
      keys.found.add(Finding.note("exchange", "no node.yaml: it does not exchange with others"));
    }
    return keys.found;
  }

  private Checked<NodeSettings> settings() throws IOException {
    Checked<NodeSettings> read =
        NodeFile.read(Files.readAllBytes(folder.resolve(NodeFiles.EXCHANGE)));
    switch (read) {
      case Checked.Sound<NodeSettings>(NodeSettings settings, _) ->
          found.add(Finding.well("exchange", "node " + settings.node()));
      case Checked.Refused<NodeSettings>(List<Issue> issues) ->
          issues.forEach(issue ->
              found.add(
                  Finding.now(
                      "exchange", issue.toString(), "Mend node.yaml; see handbook/exchange.md.")));
    }
    return read;
  }

  private void certificates() throws IOException {
    if (Files.isDirectory(folder.resolve("keys"))) {
      for (String name : KeyFolder.certificates(folder.resolve("keys"))) {
        found.add(certificate("keys/" + name, folder.resolve("keys").resolve(name)));
      }
    }
    Path wire = folder.resolve("tls").resolve(TlsIdentity.CERTIFICATE_FILE);
    if (Files.exists(wire)) {
      found.add(certificate("tls/" + TlsIdentity.CERTIFICATE_FILE, wire));
    }
  }

  private Finding certificate(String name, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      return validity(name, certificate.getNotAfter().toInstant(), now);
    } catch (CertificateException unreadable) {
      return Finding.now("keys", name + " is no certificate", "Restore the file from a backup.");
    }
  }

  static Finding validity(String name, Instant until, Instant now) {
    long days = Duration.between(now, until).toDays();
    String says = "%s is valid until %s, %d days".formatted(name, until, days);
    if (until.isBefore(now)) {
      return Finding.now(
          "keys", says, "Nobody reaches this node securely: run parley exchange renew.");
    }
    if (days < WEEKS) {
      return Finding.now(
          "keys", says, "Run parley exchange renew now: others need time to hear of it.");
    }
    return days < MONTHS
        ? Finding.soon(
            "keys",
            says,
            "Run parley exchange renew on a quiet day; the others are told by themselves.")
        : Finding.well("keys", says);
  }

  /// Opens the keys only where that changes nothing on the disk.
  private void periods(Checked<NodeSettings> settings) {
    Path secret = folder.resolve(NodeFiles.SECRET);
    if (!Files.isReadable(secret)) {
      found.add(
          Finding.now("keys", "the file secret is missing", "Put it back: it opens the keys."));
      return;
    }
    if (!Files.isDirectory(folder.resolve("keys/periods"))) {
      found.add(
          Finding.soon(
              "keys",
              "there are no sealing keys yet",
              "Start the exchange; it makes them and shows them in its entry."));
      return;
    }
    switch (settings.then(known -> NodeKeys.open(folder, known))) {
      case Checked.Sound<KeyFolder>(KeyFolder keys, _) ->
          found.add(sealing(keys.ring().held(), now));
      case Checked.Refused<KeyFolder>(List<Issue> issues) ->
          issues.forEach(issue ->
              found.add(
                  Finding.now("keys", issue.toString(), "Restore keys and secret together.")));
    }
  }

  static Finding sealing(List<SealingKeys> all, Instant now) {
    return all.stream().anyMatch(keys -> keys.coverAt(now))
        ? Finding.well("keys", "others can seal to this node now")
        : Finding.now(
            "keys",
            "no sealing key covers today",
            "Start the exchange: it makes the next ones and shows them.");
  }
}
