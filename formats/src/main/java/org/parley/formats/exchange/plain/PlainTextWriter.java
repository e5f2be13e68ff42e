package org.parley.formats.exchange.plain;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Kept;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.handling.Marking;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.formats.exchange.StatementWriter;

/// Writes a statement as plain numbered text, for telegram, fax, network station and paper: a fixed
/// heading, numbered items that keep their number also where nothing is said, lines of 69
/// characters, and three check letters on each line. [PlainTextReader] makes of it the same
/// statement, to the byte.
///
/// The text is not signed: what comes in by it is of a lower grade until the signed statement
/// comes, whose digest stands in the last line.
public final class PlainTextWriter {

  static final String FIRST = "PARLEY TEXT 1";

  private final Statement statement;
  private final Alphabet alphabet;
  private final LineWriter lines = new LineWriter();

  private PlainTextWriter(Statement statement, Alphabet alphabet) {
    this.statement = statement;
    this.alphabet = alphabet;
  }

  /// @param formats for the title, and for the numbers of items that are not said
  public static String write(Statement statement, Formats formats, Alphabet alphabet) {
    PlainTextWriter writer = new PlainTextWriter(statement, alphabet);
    Optional<Format> format = formats.find(statement.heading().format());
    writer.lines.add(FIRST, alphabet.name());
    if (statement.realm() instanceof Realm.Exercise) {
      writer.lines.add(Tags.EXERCISE, "EXERCISE EXERCISE");
    }
    format.ifPresent(known -> writer.put(Tags.TITLE, known.title()));
    writer.heading();
    writer.route();
    writer.marking();
    writer.ties();
    writer.items(format);
    statement.rest().severity().ifPresent(writer::severity);
    writer.rest();
    writer.salts();
    Octets bytes = StatementWriter.write(statement);
    writer.lines.add(Tags.END, alphabet.encode(bytes.digest().hex()));
    return writer.lines.text();
  }

  private void heading() {
    Heading heading = statement.heading();
    put(Tags.FORMAT, heading.format());
    put(Tags.REALM, heading.realm().word());
    put(Tags.NUMBER, heading.number());
    put(Tags.CREATED, heading.created());
    put(Tags.CONVERSATION, heading.conversation());
    put(Tags.LANGUAGE, heading.languages().authentic());
    heading
        .languages()
        .translations()
        .forEach((language, made) ->
            put(
                Tags.TRANSLATED,
                (made == Heading.Made.MACHINE ? "machine" : "person") + " " + language));
    heading.languages().equal().forEach(language -> put(Tags.ALSO_AUTHENTIC, language));
  }

  private void route() {
    Route route = statement.route();
    put(Tags.FROM, route.from());
    put(Tags.NODE, route.node());
    put(Tags.CERTIFICATES, route.certificates());
    route.to().forEach(office -> put(Tags.TO, office));
    route.copy().forEach(office -> put(Tags.COPY, office));
  }

  private void marking() {
    Marking marking = statement.marking();
    put(Tags.TLP, marking.tlp().word());
    marking.pap().ifPresent(pap -> put(Tags.PAP, pap.name()));
    marking.grades().forEach(grade -> put(Tags.GRADE, grade));
    marking.unknown().forEach(words -> put(Tags.UNKNOWN, words));
  }

  private void ties() {
    Ties ties = statement.ties();
    ties.inReplyTo()
        .ifPresent(reply -> put(Tags.ANSWERS, reply.extent().word() + " " + reply.statement()));
    ties.supersedes().ifPresent(other -> put(Tags.SUPERSEDES, other));
    ties.replyBy().ifPresent(by -> put(Tags.REPLY_BY, by));
    ties.anchor()
        .ifPresent(
            anchor -> put(Tags.ANCHOR, anchor.size() + " " + anchor.root() + " " + anchor.log()));
  }

  /// The items in their order, and in between the numbers of the format under which nothing is
  /// said.
  private void items(Optional<Format> format) {
    TreeSet<Integer> silent = new TreeSet<>();
    format.ifPresent(known -> known.items().stream().map(ItemRule::number).forEach(silent::add));
    statement.items().forEach(item -> silent.remove(item.number()));
    for (Item item : statement.items()) {
      while (!silent.isEmpty() && silent.first() < item.number()) {
        lines.add(silent.removeFirst() + ".", Tags.NOT_GIVEN);
      }
      item(item);
    }
    silent.forEach(number -> lines.add(number + ".", Tags.NOT_GIVEN));
  }

  private void item(Item item) {
    String number = Integer.toString(item.number());
    switch (item.said()) {
      case Item.Value(List<String> texts) -> values(number, ".", texts, "");
      case Item.Nil() -> lines.add(number + ".", Tags.NIL);
      case Item.Absent(Item.Reason reason, Optional<String> words) ->
          lines.add(
              number + ".",
              Tags.ABSENT
                  + " "
                  + reason.word().toUpperCase(Locale.ROOT)
                  + words.map(more -> " " + encoded(more)).orElse(""));
    }
    item.translations().forEach((language, texts) -> values(number, "T.", texts, language + " "));
  }

  /// One value under the number, or several under number and place.
  private void values(String number, String end, List<String> texts, String before) {
    for (int place = 0; place < texts.size(); place++) {
      String tag = texts.size() == 1 ? number + end : number + "/" + (place + 1) + end;
      String value = encoded(texts.get(place));
      boolean misread = before.isEmpty() && Tags.isWord(value);
      lines.add(
          tag,
          before.isEmpty()
              ? (misread ? alphabet.nothing() : "") + value
              : alphabet.encode(before.strip()) + " " + value);
    }
  }

  private void severity(Severity severity) {
    severity
        .stated()
        .ifPresent(stated -> {
          put(Tags.STATED_SCALE, stated.scale());
          put(Tags.STATED_EDITION, stated.edition());
          put(Tags.STATED_LEVEL, stated.level());
          stated.type().ifPresent(type -> put(Tags.STATED_TYPE, type));
        });
    severity
        .basis()
        .ifPresent(basis -> {
          put(Tags.BASIS_SCALE, basis.edition().scale());
          put(Tags.BASIS_EDITION, basis.edition().edition());
          put(Tags.BASIS_SHA256, basis.edition().digest());
          basis.facts().forEach(fact -> put(Tags.BASIS_FACT, fact));
          basis.possible().forEach(grade -> put(Tags.BASIS_GRADE, grade));
        });
  }

  private void rest() {
    for (Attachment each : statement.rest().attachments()) {
      put(Tags.FILE, each.bytes() + " " + each.digest() + " " + each.name());
    }
    for (Kept kept : statement.rest().unknown()) {
      put(Tags.KEPT, kept.name());
      put(Tags.KEPT_VALUE, kept.json());
    }
  }

  private void salts() {
    statement.items().forEach(item -> put(Tags.SALT, item.number() + " " + hex(item.salt())));
    statement.rest().severity().ifPresent(severity -> put(Tags.SALT, "0 " + hex(severity.salt())));
  }

  private static String hex(Octets salt) {
    return HexFormat.of().formatHex(salt.toArray());
  }

  private void put(String tag, Object value) {
    lines.add(tag, encoded(value.toString()));
  }

  private String encoded(String text) {
    return text.isEmpty() ? alphabet.nothing() : alphabet.encode(text);
  }
}
