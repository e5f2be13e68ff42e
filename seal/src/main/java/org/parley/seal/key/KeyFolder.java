package org.parley.seal.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.seal.Crypto;
import org.parley.seal.IdentityKeys;
import org.parley.seal.IdentityMaker;
import org.parley.seal.LogKey;
import org.parley.seal.Refusal;
import org.parley.seal.SoftwareKeyRing;

/// A node's keys on disk, wrapped under a secret. The identity key may live in a token instead;
/// then the folder holds all but that one.
///
/// The periods' keys lie in a folder of their own, `periods`, that no backup takes.
public final class KeyFolder {

  private static final String TERMS = "wrapping.txt";
  private static final String CLASSICAL = "identity-ecdsa";
  private static final String POST_QUANTUM = "identity-ml-dsa";
  private static final String LOG = "log-ed25519";
  private static final String WRAPPED = ".wrapped";
  private static final String CERTIFICATE = ".cer";
  private static final String PUBLIC = ".public";
  private static final String PERIODS = "periods";

  private final IdentityKeys identity;
  private final SoftwareKeyRing ring;

  private KeyFolder(IdentityKeys identity, SoftwareKeyRing ring) {
    this.identity = identity;
    this.ring = ring;
  }

  /// Makes a node's keys and keeps them; refused where keys are there already.
  ///
  /// @param from first instant at which the certificates hold
  /// @param until last instant at which they hold
  public static Checked<KeyFolder> create(
      Path folder, Secret secret, NodeId node, Instant from, Instant until) {
    IdentityMaker maker = new IdentityMaker(node, from, until);
    return create(folder, secret, maker::software, Wrapping.Effort.USUAL);
  }

  /// The same, where the identity key is made in a token and stays there.
  public static Checked<KeyFolder> create(
      Path folder, Secret secret, Token token, NodeId node, Instant from, Instant until) {
    IdentityMaker maker = new IdentityMaker(node, from, until);
    return create(folder, secret, () -> token.make(maker), Wrapping.Effort.USUAL);
  }

  static Checked<KeyFolder> create(
      Path folder, Secret secret, Making making, Wrapping.Effort effort) {
    KeyFiles files = KeyFiles.in(folder);
    try {
      Refusal.unless(
          !files.has(TERMS), IssueCode.KEY_REFUSED, folder.toString(), "keys are there already");
      String terms = Wrapping.newTerms(effort);
      Wrapping wrapping = wrapping(terms, secret);
      IdentityKeys made = making.make();
      if (made.classicalFrom().equals(Crypto.PROVIDER)) {
        keep(files, wrapping, CLASSICAL, made.classical());
      }
      keep(files, wrapping, POST_QUANTUM, made.postQuantum());
      keep(files, wrapping, LOG, made.log().privateKey());
      files.write(LOG + PUBLIC, made.log().publicKey().toArray());
      files.write(CLASSICAL + CERTIFICATE, made.certificates().classical().toArray());
      files.write(POST_QUANTUM + CERTIFICATE, made.certificates().postQuantum().toArray());
      files.write(TERMS, terms.getBytes(StandardCharsets.US_ASCII));
      return new Checked.Sound<>(new KeyFolder(made, ring(folder, wrapping)), List.of());
    } catch (Refusal refusal) {
      return refusal.asValue();
    }
  }

  /// Opens a folder whose identity key is in it.
  public static Checked<KeyFolder> open(Path folder, Secret secret) {
    return open(folder, secret, Optional.empty());
  }

  /// Opens a folder whose identity key is in a token.
  public static Checked<KeyFolder> open(Path folder, Secret secret, Token token) {
    return open(folder, secret, Optional.of(token));
  }

  private static Checked<KeyFolder> open(Path folder, Secret secret, Optional<Token> token) {
    KeyFiles files = KeyFiles.in(folder);
    try {
      Refusal.unless(
          files.has(TERMS), IssueCode.KEY_REFUSED, folder.toString(), "there are no keys");
      Wrapping wrapping =
          wrapping(new String(files.read(TERMS), StandardCharsets.US_ASCII), secret);
      SigningCertificates certificates =
          new SigningCertificates(
              Octets.of(files.read(CLASSICAL + CERTIFICATE)),
              Octets.of(files.read(POST_QUANTUM + CERTIFICATE)));
      Provider from = token.isPresent() ? token.get().provider() : Crypto.PROVIDER;
      PrivateKey classical =
          token.isPresent()
              ? token.get().identityKey()
              : unwrapped(files, wrapping, CLASSICAL, Crypto.Kind.P256);
      IdentityKeys identity =
          new IdentityKeys(
              certificates,
              classical,
              from,
              unwrapped(files, wrapping, POST_QUANTUM, Crypto.Kind.ML_DSA_65),
              LogKey.of(
                  unwrapped(files, wrapping, LOG, Crypto.Kind.LOG),
                  Octets.of(files.read(LOG + PUBLIC))));
      return new Checked.Sound<>(new KeyFolder(identity, ring(folder, wrapping)), List.of());
    } catch (Refusal refusal) {
      return refusal.asValue();
    }
  }

  public IdentityKeys identity() {
    return identity;
  }

  public SoftwareKeyRing ring() {
    return ring;
  }

  /// The files that a backup of the folder takes: never those of the periods, so that no restored
  /// copy opens what was sealed to a destroyed key.
  public static List<String> inBackups() {
    return List.of(
        TERMS,
        CLASSICAL + WRAPPED,
        POST_QUANTUM + WRAPPED,
        LOG + WRAPPED,
        LOG + PUBLIC,
        CLASSICAL + CERTIFICATE,
        POST_QUANTUM + CERTIFICATE);
  }

  private static SoftwareKeyRing ring(Path folder, Wrapping wrapping) throws Refusal {
    return SoftwareKeyRing.over(WrappedPeriods.in(KeyFiles.in(folder.resolve(PERIODS)), wrapping));
  }

  private static Wrapping wrapping(String terms, Secret secret) throws Refusal {
    return Wrapping.under(terms, secret)
        .orElseThrow(
            () -> Refusal.because(IssueCode.KEY_REFUSED, TERMS, "these are no terms of wrapping"));
  }

  private static void keep(KeyFiles files, Wrapping wrapping, String name, PrivateKey key) {
    String file = name + WRAPPED;
    files.write(file, wrapping.wrap(file, key.getEncoded()));
  }

  private static PrivateKey unwrapped(
      KeyFiles files, Wrapping wrapping, String name, Crypto.Kind kind) throws Refusal {
    String file = name + WRAPPED;
    byte[] bytes = wrapping.unwrap(file, files.read(file));
    try {
      return Crypto.privateKey(kind, bytes);
    } catch (GeneralSecurityException _) {
      throw Refusal.because(IssueCode.KEY_REFUSED, file, "it holds another kind of key");
    }
  }

  /// Makes an identity.
  @FunctionalInterface
  interface Making {
    IdentityKeys make();
  }
}
