package org.parley.seal.key;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;
import org.parley.duties.port.UnreachableException;
import org.parley.seal.Crypto;
import org.parley.seal.IdentityKeys;
import org.parley.seal.IdentityMaker;
import org.parley.seal.LogKey;
import org.parley.seal.Refusal;
import org.parley.seal.SoftwareKeyRing;

/// A node's keys on disk, wrapped under a secret. The identity key may live in a token instead;
/// then the folder holds all but that one.
///
/// Each renewal makes an identity with a number of its own beside those before, which stay until
/// they are destroyed; the key of the log stays the same. The periods' keys lie in a folder of
/// their own, `periods`, that no backup takes.
public final class KeyFolder {

  private static final String TERMS = "wrapping.txt";
  private static final String CLASSICAL = "identity-ecdsa";
  private static final String POST_QUANTUM = "identity-ml-dsa";
  private static final String LOG = "log-ed25519";
  private static final String WRAPPED = ".wrapped";
  private static final String CERTIFICATE = ".cer";
  private static final String PUBLIC = ".public";
  private static final String PERIODS = "periods";
  private static final Pattern POST_QUANTUM_FILE =
      Pattern.compile(
          Pattern.quote(POST_QUANTUM) + "(?:-(\\d{1,6}))?" + Pattern.quote(CERTIFICATE));

  private final KeyFiles files;
  private final Wrapping wrapping;
  private final Optional<Token> token;
  private final SoftwareKeyRing ring;
  private final NavigableMap<Integer, IdentityKeys> identities = new TreeMap<>();

  private KeyFolder(KeyFiles files, Wrapping wrapping, Optional<Token> token) throws Refusal {
    this.files = files;
    this.wrapping = wrapping;
    this.token = token;
    this.ring =
        SoftwareKeyRing.over(
            WrappedPeriods.in(KeyFiles.in(files.folder().resolve(PERIODS)), wrapping));
  }

  /// Makes a node's keys and keeps them; refused where keys are there already.
  ///
  /// @param from first instant at which the certificates hold
  /// @param until last instant at which they hold
  public static Checked<KeyFolder> create(
      Path folder, Secret secret, NodeId node, Instant from, Instant until) {
    IdentityMaker maker = new IdentityMaker(node, from, until);
    return create(folder, secret, Optional.empty(), maker::software, Wrapping.Effort.USUAL);
  }

  /// The same, where the identity key is made in a token and stays there.
  public static Checked<KeyFolder> create(
      Path folder, Secret secret, Token token, NodeId node, Instant from, Instant until) {
    IdentityMaker maker = new IdentityMaker(node, from, until);
    return create(
        folder, secret, Optional.of(token), () -> token.make(maker, 1), Wrapping.Effort.USUAL);
  }

  static Checked<KeyFolder> create(
      Path folder, Secret secret, Making making, Wrapping.Effort effort) {
    return create(folder, secret, Optional.empty(), making, effort);
  }

  private static Checked<KeyFolder> create(
      Path folder, Secret secret, Optional<Token> token, Making making, Wrapping.Effort effort) {
    KeyFiles files = KeyFiles.in(folder);
    try {
      Refusal.unless(
          !files.has(TERMS), IssueCode.KEY_REFUSED, folder.toString(), "keys are there already");
      String terms = Wrapping.newTerms(effort);
      KeyFolder made = new KeyFolder(files, wrapping(terms, secret), token);
      IdentityKeys first = making.make();
      made.keep(LOG, first.log().privateKey());
      files.write(LOG + PUBLIC, first.log().publicKey().toArray());
      made.add(1, first);
      files.write(TERMS, terms.getBytes(StandardCharsets.US_ASCII));
      return new Checked.Sound<>(made, List.of());
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
      KeyFolder opened =
          new KeyFolder(
              files,
              wrapping(new String(files.read(TERMS), StandardCharsets.US_ASCII), secret),
              token);
      LogKey log =
          LogKey.of(opened.unwrapped(LOG, Crypto.Kind.LOG), Octets.of(files.read(LOG + PUBLIC)));
      opened.read(log);
      Refusal.unless(
          !opened.identities.isEmpty(),
          IssueCode.KEY_REFUSED,
          folder.toString(),
          "there is no identity key");
      return new Checked.Sound<>(opened, List.of());
    } catch (Refusal refusal) {
      return refusal.asValue();
    }
  }

  private IdentityKeys identity(int number, LogKey log) throws Refusal {
    return new IdentityKeys(
        new SigningCertificates(
            Octets.of(files.read(name(CLASSICAL, number) + CERTIFICATE)),
            Octets.of(files.read(name(POST_QUANTUM, number) + CERTIFICATE))),
        token.isPresent()
            ? token.get().identityKey(number)
            : unwrapped(name(CLASSICAL, number), Crypto.Kind.P256),
        token.isPresent() ? token.get().provider() : Crypto.PROVIDER,
        unwrapped(name(POST_QUANTUM, number), Crypto.Kind.ML_DSA_65),
        log);
  }

  private void read(LogKey log) throws Refusal {
    List<Integer> here = whole(files);
    identities.keySet().retainAll(here);
    for (int number : here) {
      if (!identities.containsKey(number)) {
        identities.put(number, identity(number, log));
      }
    }
  }

  /// Looks at the folder again: another program may have renewed the identity.
  public synchronized void refresh() {
    try {
      read(identity().log());
    } catch (Refusal refusal) {
      throw new UnreachableException("the keys cannot be read: " + refusal.getMessage());
    }
  }

  /// The newest identity.
  public synchronized IdentityKeys identity() {
    return identities.lastEntry().getValue();
  }

  /// All identities whose private keys still exist, the oldest first.
  public synchronized List<IdentityKeys> identities() {
    return List.copyOf(identities.values());
  }

  /// Makes another identity beside those that are here, with the same key of the log. Nothing is
  /// signed by it before others are told of it.
  ///
  /// @param from first instant at which its certificates hold
  /// @param until last instant at which they hold
  public synchronized IdentityKeys renew(NodeId node, Instant from, Instant until) {
    int number = identities.lastKey() + 1;
    IdentityMaker maker = new IdentityMaker(node, from, until);
    IdentityKeys made = token.map(each -> each.make(maker, number)).orElseGet(maker::software);
    IdentityKeys next =
        new IdentityKeys(
            made.certificates(),
            made.classical(),
            made.classicalFrom(),
            made.postQuantum(),
            identity().log());
    add(number, next);
    return next;
  }

  /// Destroys the private keys of an identity that is not the newest; its certificates stay.
  public synchronized void destroy(IdentityKeys earlier) {
    Map.copyOf(identities.headMap(identities.lastKey()))
        .forEach((number, identity) -> {
          if (identity.certificates().equals(earlier.certificates())) {
            token.ifPresent(each -> each.destroy(number));
            files.destroy(name(CLASSICAL, number) + WRAPPED);
            files.destroy(name(POST_QUANTUM, number) + WRAPPED);
            identities.remove(number);
          }
        });
  }

  /// The certificates go last: with them an identity is whole.
  private void add(int number, IdentityKeys made) {
    if (made.classicalFrom().equals(Crypto.PROVIDER)) {
      keep(name(CLASSICAL, number), made.classical());
    }
    keep(name(POST_QUANTUM, number), made.postQuantum());
    files.write(name(CLASSICAL, number) + CERTIFICATE, made.certificates().classical().toArray());
    files.write(
        name(POST_QUANTUM, number) + CERTIFICATE, made.certificates().postQuantum().toArray());
    identities.put(number, made);
  }

  public SoftwareKeyRing ring() {
    return ring;
  }

  /// The files that a backup of a folder takes: never those of the periods, so that no restored
  /// copy opens what was sealed to a destroyed key.
  public static List<String> inBackups(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    KeyFiles files = KeyFiles.in(folder);
    return Stream.of(TERMS, WRAPPED, PUBLIC, CERTIFICATE)
        .flatMap(ending -> files.names(ending).stream())
        .toList();
  }

  /// The files with the newest identity's certificates.
  public static List<String> certificates(Path folder) {
    List<Integer> whole = whole(KeyFiles.in(folder));
    return whole.isEmpty()
        ? List.of()
        : Stream.of(CLASSICAL, POST_QUANTUM)
            .map(kind -> name(kind, whole.getLast()) + CERTIFICATE)
            .toList();
  }

  /// The numbers of identities of which all is there, the oldest first.
  private static List<Integer> whole(KeyFiles files) {
    return files.names(CERTIFICATE).stream()
        .map(POST_QUANTUM_FILE::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1) == null ? 1 : Integer.parseInt(found.group(1)))
        .filter(number -> files.has(name(POST_QUANTUM, number) + WRAPPED))
        .sorted()
        .toList();
  }

  private static String name(String kind, int number) {
    return number == 1 ? kind : kind + "-" + number;
  }

  private static Wrapping wrapping(String terms, Secret secret) throws Refusal {
    return Wrapping.under(terms, secret)
        .orElseThrow(
            () -> Refusal.because(IssueCode.KEY_REFUSED, TERMS, "these are no terms of wrapping"));
  }

  private void keep(String name, PrivateKey key) {
    String file = name + WRAPPED;
    files.write(file, wrapping.wrap(file, key.getEncoded()));
  }

  private PrivateKey unwrapped(String name, Crypto.Kind kind) throws Refusal {
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
