package org.parley.formats.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Kept;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.formats.parley.Scalars;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads typed fields of a JSON object; what is wrong is told once, where it stands.
public final class Typed {

  private final Fields fields;
  private final Issues issues;

  public Typed(Fields fields, Issues issues) {
    this.fields = fields;
    this.issues = issues;
  }

  public Fields fields() {
    return fields;
  }

  public Issues issues() {
    return issues;
  }

  public boolean has(String key) {
    return fields.has(key);
  }

  /// A text of 1 to so many characters.
  public Optional<String> text(String key, int longest) {
    return fields.needText(key).flatMap(text -> string(text, key, longest));
  }

  public Optional<String> maybeText(String key, int longest) {
    return fields.text(key).flatMap(text -> string(text, key, longest));
  }

  /// A text in quotes; empty texts and longer ones are told.
  private Optional<String> string(Tree.Text text, String what, int longest) {
    if (text.kind() != Tree.Kind.QUOTED) {
      wrong(text, what, "is no text in quotes");
      return Optional.empty();
    }
    if (text.text().isBlank() || text.text().length() > longest) {
      wrong(text, what, "has no characters, or more than " + longest);
      return Optional.empty();
    }
    return Optional.of(text.text());
  }

  /// Texts of any content, at least one character each.
  public Optional<List<String>> texts(String key, int most, int longest) {
    return fields.needList(key).flatMap(items -> strings(items, key, most, longest));
  }

  public Optional<List<String>> strings(List<Tree> items, String what, int most, int longest) {
    List<String> texts = new ArrayList<>();
    for (Tree item : items) {
      Fields.text(item, what, issues)
          .flatMap(text -> string(text, what, longest))
          .ifPresent(texts::add);
    }
    if (items.size() > most) {
      issues.add(
          IssueCode.WRONG_SHAPE, fields.place(), "\"%s\" has more than %d".formatted(what, most));
      return Optional.empty();
    }
    return texts.size() == items.size() ? Optional.of(texts) : Optional.empty();
  }

  /// A text that something else can be read from.
  public <T> Optional<T> as(String key, String what, Function<String, Optional<T>> parse) {
    return parsed(fields.needText(key), key, what, parse);
  }

  public <T> Optional<T> maybe(String key, String what, Function<String, Optional<T>> parse) {
    return parsed(fields.text(key), key, what, parse);
  }

  private <T> Optional<T> parsed(
      Optional<Tree.Text> text, String key, String what, Function<String, Optional<T>> parse) {
    if (text.isEmpty() || string(text.get(), key, 400).isEmpty()) {
      return Optional.empty();
    }
    Optional<T> value = parse.apply(text.get().text());
    if (value.isEmpty()) {
      wrong(text.get(), key, "is no " + what);
    }
    return value;
  }

  /// Each item of a list, read from its text; empty where one cannot be.
  public <T> Optional<List<T>> list(
      String key, int most, String what, Function<String, Optional<T>> parse) {
    Optional<List<String>> texts = texts(key, most, 400);
    if (texts.isEmpty()) {
      return Optional.empty();
    }
    List<T> values = new ArrayList<>();
    for (String text : texts.get()) {
      Optional<T> value = parse.apply(text);
      if (value.isEmpty()) {
        issues.add(
            IssueCode.WRONG_TYPE,
            fields.place(),
            "\"%s\": %s is no %s".formatted(key, Scalars.quoted(text), what));
      }
      value.ifPresent(values::add);
    }
    return values.size() == texts.get().size() ? Optional.of(values) : Optional.empty();
  }

  public Optional<Digest> digest(String key) {
    return as(key, "SHA-256 digest of 64 lower-case hexadecimal digits", ItemType::digest);
  }

  public Optional<Digest> maybeDigest(String key) {
    return maybe(key, "SHA-256 digest of 64 lower-case hexadecimal digits", ItemType::digest);
  }

  public Optional<Instant> moment(String key) {
    return as(key, "moment such as 2026-11-22T10:00:00Z", Typed::parseMoment);
  }

  public Optional<Instant> maybeMoment(String key) {
    return maybe(key, "moment such as 2026-11-22T10:00:00Z", Typed::parseMoment);
  }

  public static Optional<Instant> parseMoment(String text) {
    return ItemType.isMoment(text) ? Optional.of(Instant.parse(text)) : Optional.empty();
  }

  public Optional<OfficeId> office(String key) {
    return as(key, "office such as XA/technical", OfficeId::parse);
  }

  public Optional<NodeId> node(String key) {
    return as(key, "node such as XA/csirt", NodeId::parse);
  }

  public Optional<Realm> realm(String key) {
    return as(key, "realm such as real", Realm::parse);
  }

  /// Bytes in Base64 with its padding, in the one way to write them.
  public Optional<Octets> octets(String key) {
    return fields.needText(key).flatMap(text -> octets(text, key));
  }

  private Optional<Octets> octets(Tree.Text text, String key) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.text());
      if (text.kind() == Tree.Kind.QUOTED
          && bytes.length > 0
          && Base64.getEncoder().encodeToString(bytes).equals(text.text())) {
        return Optional.of(Octets.of(bytes));
      }
    } catch (IllegalArgumentException notBase64) {
      // told below
    }
    wrong(text, key, "is not Base64");
    return Optional.empty();
  }

  /// A whole number within two ends.
  public Optional<Long> whole(String key, long least, long most) {
    Optional<Tree.Text> text = fields.needText(key);
    Optional<Long> number =
        text.filter(each ->
                each.kind() == Tree.Kind.NUMBER && each.text().matches("0|[1-9][0-9]{0,14}"))
            .map(each -> Long.parseLong(each.text()))
            .filter(each -> each >= least && each <= most);
    text.filter(_ -> number.isEmpty())
        .ifPresent(
            each -> wrong(each, key, "is no whole number from %d to %d".formatted(least, most)));
    return number;
  }

  /// The object under a key.
  public Optional<Typed> map(String key) {
    return fields.needMap(key).map(each -> new Typed(each, issues));
  }

  public Optional<Typed> maybeMap(String key) {
    return fields.map(key).map(each -> new Typed(each, issues));
  }

  /// The objects of the list under a key; none where there is no such key.
  public List<Typed> maps(String key, int most) {
    List<Tree> items = fields.list(key).orElse(List.of());
    if (items.size() > most) {
      issues.add(
          IssueCode.WRONG_SHAPE, fields.place(), "\"%s\" has more than %d".formatted(key, most));
      return List.of();
    }
    return items.stream()
        .map(item -> new Typed(Fields.of(item, "an entry of \"" + key + "\"", issues), issues))
        .toList();
  }

  /// The fields nobody asked for, to be kept.
  public List<Kept> rest() {
    return KeptFields.of(fields.unasked());
  }

  /// Tells the fields nobody asked for.
  public void end() {
    fields.end();
  }

  /// Asks for a field that is read elsewhere.
  public void known(Set<String> keys) {
    keys.forEach(fields::has);
  }

  public void wrong(Tree at, String what, String problem) {
    String shown = at instanceof Tree.Text text ? Scalars.quoted(text.text()) : at.shape();
    issues.add(IssueCode.WRONG_TYPE, at.place(), "\"%s\": %s %s".formatted(what, shown, problem));
  }

  public void refuse(String message) {
    issues.add(IssueCode.WRONG_SHAPE, fields.place(), message);
  }
}
