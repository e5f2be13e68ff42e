package org.parley.bench.report;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SealingKeys;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.seal.CmsSeal;
import org.parley.seal.Crypto;
import org.parley.seal.IdentityKeys;
import org.parley.seal.IdentityMaker;
import org.parley.seal.SoftwareKeyRing;

/// What it costs to sign a message once and seal it in one envelope to many recipients, beside the
/// bare operations of the same provider: two signatures, and for each recipient a key agreement and
/// an encapsulation, with two encryptions of the content. Processor time of one thread.
final class SealingReport {

  private static final int CONTENT = 10_000;
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Octets content = Octets.of(new byte[CONTENT]);
  private final Duration each;

  private SealingReport(Duration each) {
    this.each = each;
  }

  static String of(boolean quick) {
    try {
      return new SealingReport(Duration.ofSeconds(quick ? 1 : 4)).measured();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("the provider has all of these", missing);
    }
  }

  /// One thing whose cost is measured.
  @FunctionalInterface
  private interface Work {
    void once() throws GeneralSecurityException;
  }

  private String measured() throws GeneralSecurityException {
    NodeId node = new NodeId(new Party("XA"), "bench");
    IdentityKeys identity = new IdentityMaker(node, FROM, UNTIL).software();
    CmsSeal seal = CmsSeal.with(identity, SoftwareKeyRing.inMemory());
    Table table =
        new Table(
            "recipients", "messages per cpu-s", "bare operations per cpu-s", "x bare", "octets");
    for (int recipients : List.of(1, 10, 114)) {
      List<SealingKeys> keys = new ArrayList<>();
      for (int i = 0; i < recipients; i++) {
        keys.add(SoftwareKeyRing.inMemory().create("2026-W48", FROM, UNTIL));
      }
      double ours = cost(() -> seal.seal(seal.sign(content), keys));
      double bare = cost(new Bare(recipients));
      table.row(
          Integer.toString(recipients),
          String.format(Locale.ROOT, "%,.0f", 1e9 / ours),
          String.format(Locale.ROOT, "%,.0f", 1e9 / bare),
          Measure.ratio(ours / bare),
          String.format(Locale.ROOT, "%,d", seal.seal(seal.sign(content), keys).size()));
    }
    return table.toString();
  }

  /// Nanoseconds of processor time for one, the median of five measurements after as long a
  /// warm-up.
  private double cost(Work work) throws GeneralSecurityException {
    measure(work, each.multipliedBy(2));
    double[] taken = new double[5];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = measure(work, each.dividedBy(2));
    }
    Arrays.sort(taken);
    return taken[taken.length / 2];
  }

  private double measure(Work work, Duration time) throws GeneralSecurityException {
    long begun = threads.getCurrentThreadCpuTime();
    int times = 0;
    do {
      work.once();
      times++;
    } while (threads.getCurrentThreadCpuTime() - begun < time.toNanos());
    return (double) (threads.getCurrentThreadCpuTime() - begun) / times;
  }

  /// The operations without any format around them.
  private final class Bare implements Work {

    private final int recipients;
    private final KeyPair ec = Crypto.newP256();
    private final KeyPair mlDsa = Crypto.newMlDsa();
    private final KeyPair mlKem = Crypto.newMlKem();

    Bare(int recipients) {
      this.recipients = recipients;
    }

    @Override
    public void once() throws GeneralSecurityException {
      sign("SHA256withECDSA", ec);
      sign("ML-DSA", mlDsa);
      encrypt();
      encrypt();
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.PROVIDER);
      generator.initialize(new ECGenParameterSpec("P-256"), Crypto.RANDOM);
      for (int i = 0; i < recipients; i++) {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", Crypto.PROVIDER);
        agreement.init(generator.generateKeyPair().getPrivate());
        agreement.doPhase(ec.getPublic(), true);
        agreement.generateSecret();
        KEM.getInstance("ML-KEM", Crypto.PROVIDER).newEncapsulator(mlKem.getPublic()).encapsulate();
      }
    }

    private void sign(String algorithm, KeyPair keys) throws GeneralSecurityException {
      Signature signature = Signature.getInstance(algorithm, Crypto.PROVIDER);
      signature.initSign(keys.getPrivate());
      signature.update(content.toArray());
      signature.sign();
    }

    private void encrypt() throws GeneralSecurityException {
      byte[] key = new byte[32];
      Crypto.RANDOM.nextBytes(key);
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", Crypto.PROVIDER);
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(key, "AES"),
          new GCMParameterSpec(128, new byte[12]));
      cipher.doFinal(content.toArray());
    }
  }
}
