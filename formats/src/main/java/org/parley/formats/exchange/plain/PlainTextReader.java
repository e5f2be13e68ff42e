package org.parley.formats.exchange.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.Statement;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.formats.exchange.StatementReader;
import org.parley.formats.exchange.StatementWriter;
import org.parley.formats.parley.Verdict;

/// Reads the plain numbered text of a statement back into the statement, and holds it against the
/// digest in its last line.
///
/// Errors of typing are told line by line, by the check letters; nothing is guessed or mended.
public final class PlainTextReader {

  private static final int LARGEST = 4 << 20;

  private final Issues issues = new Issues();

  private PlainTextReader() {}

  public static Checked<Statement> read(String text) {
    PlainTextReader reader = new PlainTextReader();
    return Verdict.of(reader.statement(text), reader.issues);
  }

  private Optional<Statement> statement(String text) {
    if (text.length() > LARGEST) {
      refuse(IssueCode.DOCUMENT_TOO_LARGE, "the text is too long");
      return Optional.empty();
    }
    List<LineReader.Entry> encoded = new LineReader(issues).read(text);
    if (issues.hasErrors()) {
      return Optional.empty();
    }
    Optional<Alphabet> alphabet = alphabet(encoded);
    if (alphabet.isEmpty() || !encoded.getLast().tag().equals(Tags.END)) {
      refuse(
          IssueCode.TRUNCATED, "the text does not begin with its first line or end with its last");
      return Optional.empty();
    }
    PlainJson json = new PlainJson(alphabet.get(), issues);
    Optional<Octets> bytes = json.bytes(encoded.subList(1, encoded.size() - 1));
    if (bytes.isEmpty() || issues.hasErrors()) {
      return Optional.empty();
    }
    Optional<String> digest = alphabet.get().decode(encoded.getLast().value());
    return same(StatementReader.read(bytes.get()), digest.orElse(""), json.isExercise());
  }

  private static Optional<Alphabet> alphabet(List<LineReader.Entry> entries) {
    if (entries.size() < 2 || !entries.getFirst().tag().equals(PlainTextWriter.FIRST)) {
      return Optional.empty();
    }
    for (Alphabet alphabet : Alphabet.values()) {
      if (alphabet.name().equals(entries.getFirst().value())) {
        return Optional.of(alphabet);
      }
    }
    return Optional.empty();
  }

  private Optional<Statement> same(Checked<Statement> read, String digest, boolean exercise) {
    List<Issue> told = new ArrayList<>(read.issues());
    told.forEach(issues::add);
    if (!(read instanceof Checked.Sound<Statement>(Statement statement, _))) {
      return Optional.empty();
    }
    if (exercise != statement.realm() instanceof Realm.Exercise) {
      refuse(IssueCode.REALM_MIXED, "the line EXERCISE and the realm do not go together");
    }
    if (!StatementWriter.write(statement).digest().hex().equals(digest)) {
      refuse(IssueCode.CHECK_DIFFERS, "the text does not give the statement whose digest it names");
    }
    return Optional.of(statement);
  }

  private void refuse(IssueCode code, String message) {
    issues.add(code, Place.of("text"), message, "ask the sender for the text again");
  }
}
