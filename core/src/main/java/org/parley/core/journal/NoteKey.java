package org.parley.core.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// A name with the Ed25519 public key that signs notes under it.
///
/// Source: C2SP signed-note and tlog-cosignature.
///
/// @param name without spaces and plus signs, such as a log's origin
/// @param kind what a signature by this key covers
/// @param publicKey 32 octets
public record NoteKey(String name, Kind kind, Octets publicKey) {

  private static final int KEY_LENGTH = 32;
  private static final int ID_LENGTH = 4;
  private static final String FORM = "[!-*,-~]{1,200}";

  public NoteKey {
    if (!isName(name)) {
      throw new IllegalArgumentException("a name has no spaces and no plus sign: " + name);
    }
    if (publicKey.size() != KEY_LENGTH) {
      throw new IllegalArgumentException("an Ed25519 key has 32 octets: " + publicKey.size());
    }
  }

  /// What a signature covers.
  public enum Kind {
    /// The text of the note: how a log signs its own checkpoint.
    PLAIN(1),
    /// The text and a time before it: how a witness says when it saw a checkpoint.
    COSIGNATURE(4);

    private final int number;

    Kind(int number) {
      this.number = number;
    }
  }

  static boolean isName(String name) {
    return name.matches(FORM);
  }

  /// The first four octets of the digest of name and key, by which a signature line names its key.
  public Octets id() {
    byte[] start = (name + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] all = join(start, numbered());
    return Octets.of(Arrays.copyOf(MerkleHash.bytes(Digest.of(all)), ID_LENGTH));
  }

  /// The key as people hand it on: `name+id+key`.
  @Override
  public String toString() {
    return name
        + "+"
        + HexFormat.of().formatHex(id().toArray())
        + "+"
        + Base64.getEncoder().encodeToString(numbered());
  }

  /// Reads what [#toString] writes; empty where the text has another form or its id does not fit.
  public static Optional<NoteKey> parse(String text) {
    String[] parts = text.split("\\+", 3);
    if (parts.length != 3 || !isName(parts[0])) {
      return Optional.empty();
    }
    Optional<byte[]> key = base64(parts[2]).filter(bytes -> bytes.length == KEY_LENGTH + 1);
    if (key.isEmpty()) {
      return Optional.empty();
    }
    Octets raw = Octets.of(Arrays.copyOfRange(key.get(), 1, KEY_LENGTH + 1));
    for (Kind kind : Kind.values()) {
      NoteKey read = new NoteKey(parts[0], kind, raw);
      if (kind.number == key.get()[0] && read.toString().equals(text)) {
        return Optional.of(read);
      }
    }
    return Optional.empty();
  }

  static Optional<byte[]> base64(String text) {
    try {
      byte[] read = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(read).equals(text)
          ? Optional.of(read)
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static byte[] join(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private byte[] numbered() {
    return join(new byte[] {(byte) kind.number}, publicKey.toArray());
  }
}
