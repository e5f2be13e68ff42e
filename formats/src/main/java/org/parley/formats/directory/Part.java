package org.parley.formats.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// A JSON object being read; every trouble is told, with its place, and gives an empty value.
record Part(Fields fields, Issues issues) {

  /// For signed documents of a directory: 1 MiB, 20 levels, 20,000 values.
  private static final Limits SIGNED = new Limits(1 << 20, 20, 20_000);

  private static final String DIGEST = "[0-9a-f]{64}";
  private static final long MOST = 1L << 53;

  /// Begins a document whose `parley` must be this kind.
  static Optional<Part> document(Octets bytes, String kind, Issues issues) {
    return document(bytes, kind, SIGNED, issues);
  }

  /// The same for a document that may be larger.
  static Optional<Part> document(Octets bytes, String kind, Limits limits, Issues issues) {
    Optional<Tree> tree = Trees.readJson(bytes.toArray(), kind, limits, issues);
    if (tree.isEmpty()) {
      return Optional.empty();
    }
    Part part = new Part(Fields.of(tree.get(), "the " + kind, issues), issues);
    part.parsed(
        "parley",
        "`" + kind + "`",
        text -> text.equals(kind) ? Optional.of(text) : Optional.empty());
    return Optional.of(part);
  }

  Optional<String> text(String key) {
    return parsed(
        key,
        "a text of at most 500 characters",
        text -> text.length() <= 500 ? Optional.of(text) : Optional.empty());
  }

  boolean has(String key) {
    return fields.has(key);
  }

  Optional<Long> number(String key) {
    return fields
        .needText(key)
        .flatMap(node ->
            node.kind() == Tree.Kind.NUMBER
                    && node.text().matches("0|[1-9][0-9]{0,15}")
                    && Long.parseLong(node.text()) < MOST
                ? Optional.of(Long.parseLong(node.text()))
                : wrong(node.place(), key, "a whole number"));
  }

  Optional<Instant> instant(String key) {
    return parsed(
        key,
        "a time such as 2026-11-22T10:00:00Z",
        text -> {
          try {
            return Optional.of(Instant.parse(text)).filter(at -> at.toString().equals(text));
          } catch (DateTimeException _) {
            return Optional.empty();
          }
        });
  }

  Optional<Digest> digest(String key) {
    return parsed(
        key,
        "a SHA-256 digest in 64 lower-case digits",
        text -> text.matches(DIGEST) ? Optional.of(new Digest(text)) : Optional.empty());
  }

  Optional<Octets> octets(String key) {
    return parsed(key, "octets in Base64", Part::base64);
  }

  /// A text with a form of its own.
  <T> Optional<T> parsed(String key, String what, Function<String, Optional<T>> form) {
    return fields.needText(key).flatMap(node -> parsed(node, key, what, form));
  }

  /// A list of texts with a form of their own; empty where one of them has another.
  <T> Optional<List<T>> texts(String key, String what, Function<String, Optional<T>> form) {
    return list(
        key,
        tree ->
            Fields.text(tree, "an item of \"" + key + "\"", issues)
                .flatMap(node -> parsed(node, key, what, form)));
  }

  /// A list of objects; empty where one of them was refused.
  <T> Optional<List<T>> parts(String key, Function<Part, Optional<T>> read) {
    return list(
        key,
        tree -> {
          Part part = new Part(Fields.of(tree, "an item of \"" + key + "\"", issues), issues);
          Optional<T> made = read.apply(part);
          part.fields.end();
          return made;
        });
  }

  /// The object under a key.
  Optional<Part> part(String key) {
    return fields.needMap(key).map(inner -> new Part(inner, issues));
  }

  static Optional<Octets> base64(String text) {
    try {
      byte[] raw = Base64.getDecoder().decode(text);
      return Base64.getEncoder().encodeToString(raw).equals(text)
          ? Optional.of(Octets.of(raw))
          : Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private <T> Optional<List<T>> list(String key, Function<Tree, Optional<T>> read) {
    return fields
        .needList(key)
        .flatMap(items -> {
          List<T> all = new ArrayList<>();
          for (Tree item : items) {
            read.apply(item).ifPresent(all::add);
          }
          return all.size() == items.size() ? Optional.of(all) : Optional.empty();
        });
  }

  private <T> Optional<T> parsed(
      Tree.Text node, String key, String what, Function<String, Optional<T>> form) {
    Optional<T> made = node.kind() == Tree.Kind.QUOTED ? form.apply(node.text()) : Optional.empty();
    return made.isPresent() ? made : wrong(node.place(), key, what);
  }

  private <T> Optional<T> wrong(Place place, String key, String what) {
    issues.add(IssueCode.DIRECTORY_UNREADABLE, place, "\"%s\" is not %s".formatted(key, what));
    return Optional.empty();
  }
}
