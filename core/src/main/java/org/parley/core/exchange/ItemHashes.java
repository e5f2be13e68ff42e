package org.parley.core.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.core.terms.Digest;

/// The salted hashes of a statement's items, and the one root over them that a journal takes. With
/// the root in the journal a single item can be shown to somebody, or erased, and all others still
/// prove what they proved.
///
/// A part's hash is SHA-256 over the domain `parley item/1`, the part's number, its salt, and each
/// of its texts; every piece stands behind its length in four bytes, so that no two parts give the
/// same input. The root is SHA-256 over `parley items/1`, then number and hash of each part, lowest
/// number first. The severity block is part 0.
///
/// @param parts the hash of each part, by its number
public record ItemHashes(SequencedMap<Integer, Digest> parts) {

  private static final int SEVERITY = 0;

  public static ItemHashes of(Statement statement) {
    TreeMap<Integer, Digest> parts = new TreeMap<>();
    statement.items().forEach(item -> parts.put(item.number(), of(item)));
    statement.rest().severity().ifPresent(severity -> parts.put(SEVERITY, of(severity)));
    return new ItemHashes(parts);
  }

  /// What the journal takes.
  public Digest root() {
    Framed framed = new Framed().text("parley items/1");
    parts.entrySet().stream()
        .sorted(Comparator.comparing(Map.Entry::getKey))
        .forEach(part ->
            framed.number(part.getKey()).bytes(HexFormat.of().parseHex(part.getValue().hex())));
    return framed.digest();
  }

  /// Whether this item is the one that the root covers under its number.
  public boolean covers(Item item) {
    return of(item).equals(parts.get(item.number()));
  }

  public static Digest of(Item item) {
    Framed framed =
        new Framed().text("parley item/1").number(item.number()).bytes(item.salt().toArray());
    switch (item.said()) {
      case Item.Value(List<String> texts) -> framed.text("value").texts(texts);
      case Item.Nil() -> framed.text("nil");
      case Item.Absent(Item.Reason reason, Optional<String> words) ->
          framed.text("absent").text(reason.word()).texts(words.stream().toList());
    }
    framed.number(item.translations().size());
    item.translations().forEach((language, texts) -> framed.text(language).texts(texts));
    return framed.digest();
  }

  private static Digest of(Severity severity) {
    Framed framed =
        new Framed().text("parley item/1").number(SEVERITY).bytes(severity.salt().toArray());
    framed.texts(
        severity.stated().stream()
            .flatMap(stated ->
                List.of(
                    stated.scale().toString(),
                    stated.edition(),
                    stated.level(),
                    stated.type().orElse(""))
                    .stream())
            .toList());
    framed.number(severity.basis().isPresent() ? 1 : 0);
    severity
        .basis()
        .ifPresent(basis ->
            framed
                .text(basis.edition().scale().toString())
                .text(basis.edition().edition())
                .text(basis.edition().digest().hex())
                .texts(basis.facts())
                .texts(basis.possible()));
    return framed.digest();
  }

  @Override
  public String toString() {
    return parts.entrySet().stream()
        .map(part -> part.getKey() + ":" + part.getValue().brief())
        .collect(Collectors.joining(" "));
  }

  /// Bytes in which every piece stands behind its length.
  private static final class Framed {

    private byte[] out = new byte[256];
    private int size;

    Framed bytes(byte[] bytes) {
      number(bytes.length);
      room(bytes.length);
      System.arraycopy(bytes, 0, out, size, bytes.length);
      size += bytes.length;
      return this;
    }

    Framed text(String text) {
      return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    Framed texts(List<String> texts) {
      number(texts.size());
      texts.forEach(this::text);
      return this;
    }

    Framed number(int number) {
      room(Integer.BYTES);
      for (int shift = 24; shift >= 0; shift -= 8) {
        out[size++] = (byte) (number >>> shift);
      }
      return this;
    }

    private void room(int more) {
      if (out.length - size < more) {
        out = Arrays.copyOf(out, Math.max(2 * out.length, size + more));
      }
    }

    Digest digest() {
      return Digest.of(Arrays.copyOf(out, size));
    }
  }
}
