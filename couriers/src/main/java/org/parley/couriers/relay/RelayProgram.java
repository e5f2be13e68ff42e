package org.parley.couriers.relay;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import org.parley.core.terms.Octets;
import org.parley.couriers.https.TlsIdentity;

/// The relay as a program of its own.
public final class RelayProgram {

  private static final Duration CERTIFICATE_VALID = Duration.ofDays(3 * 365);
  private static final Duration BETWEEN_NOTES = Duration.ofSeconds(5);

  private RelayProgram() {}

  public static void main(String[] args) throws Exception {
    // Numbers in messages and files are written with the same digits wherever this runs.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    int status = run(args, System.out);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// Runs one command of the relay; `serve` returns when the process is stopped.
  public static int run(String[] args, PrintStream out) throws IOException, InterruptedException {
    if (args.length == 2 && args[0].equals("mailbox")) {
      Capability putIn = Capability.random();
      Capability collect = Capability.random();
      depot(args[1]).addMailbox(putIn, collect);
      out.println("mailbox " + putIn.hex());
      out.println("collect " + collect.hex());
      return 0;
    }
    if (args.length == 2 && args[0].equals("depositor")) {
      Capability key = Capability.random();
      depot(args[1]).addDepositor(key);
      out.println("depositor " + key.hex());
      return 0;
    }
    if (args.length == 4 && args[0].equals("serve") && args[3].matches("[0-9]{1,5}")) {
      serve(Path.of(args[1]), new InetSocketAddress(args[2], Integer.parseInt(args[3])), out);
      return 0;
    }
    out.println(
        """
        relay serve FOLDER ADDRESS PORT   run the relay; the first run makes its key
                                          FOLDER/metrics.prom tells what it has counted
        relay mailbox FOLDER              add a mailbox; prints its two keys, once
        relay depositor FOLDER            add a depositor; prints its key, once
        """);
    return 64;
  }

  private static Depot depot(String folder) throws IOException {
    return new Depot(Path.of(folder), Quota.USUAL);
  }

  private static void serve(Path folder, InetSocketAddress at, PrintStream out)
      throws IOException, InterruptedException {
    TlsIdentity ours = identity(folder);
    try (RelayServer relay =
        RelayServer.open(at, ours, folder, Quota.USUAL, InstantSource.system())) {
      Octets certificate = ours.certificateOctets();
      out.println("listening on port " + relay.port());
      out.println("fingerprint " + certificate.digest());
      out.println("certificate " + Base64.getEncoder().encodeToString(certificate.toArray()));
      out.flush();
      while (true) {
        note(relay, folder);
        Thread.sleep(BETWEEN_NOTES);
      }
    }
  }

  /// Writes what the relay has counted where a collector of measurements finds it: a whole file
  /// each time.
  private static void note(RelayServer relay, Path folder) throws IOException {
    Path draft = folder.resolve("metrics.prom.new");
    Files.writeString(draft, relay.metrics());
    Files.move(draft, folder.resolve("metrics.prom"), StandardCopyOption.ATOMIC_MOVE);
  }

  /// The relay's own key and certificate, made when its folder is new.
  public static TlsIdentity identity(Path folder) throws IOException {
    Path keys = folder.resolve("keys");
    if (!Files.exists(keys.resolve("tls-certificate.der"))) {
      depot(folder.toString());
      TlsIdentity.create("relay", Instant.now(), CERTIFICATE_VALID).save(keys);
    }
    return TlsIdentity.load(keys);
  }
}
