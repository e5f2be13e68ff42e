package org.parley.node.messages;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Statement;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.port.Histories;
import org.parley.node.messages.page.DraftFields;

/// A note verbale that an office has made of a statement. It is kept, so that its number never
/// means another text. Each office counts its own, in each exercise apart.
///
/// @param count from 1, in the series of the office
/// @param typed its second language, who translated, and the translations
record KeptNote(int count, Digest statement, Instant at, DraftFields typed) {

  private static final String STATEMENT = "statement";
  private static final String AT = "at";

  /// `EX-NV-3`, outside exercises `NV-3`.
  String number(Realm realm) {
    return (realm instanceof Realm.Exercise ? "EX-NV-" : "NV-") + count;
  }

  /// Beside which language the authentic one stands; empty for none.
  Optional<String> second() {
    return Optional.of(typed.text("second")).filter(Heading.Languages::isTag);
  }

  /// What the text in the second language is worth: what the statement itself says, else what was
  /// said when the note was made.
  Heading.Made made(Statement statement) {
    return second()
        .flatMap(language ->
            Optional.ofNullable(statement.heading().languages().translations().get(language)))
        .orElse(typed.text("made").equals("machine") ? Heading.Made.MACHINE : Heading.Made.PERSON);
  }

  /// An item in the second language; empty where nobody translated it.
  List<String> translation(Item item) {
    List<String> sent = second().map(item.translations()::get).map(List::copyOf).orElse(List.of());
    String here = typed.text("t." + item.number());
    return sent.isEmpty() && !here.isEmpty() ? List.of(here) : sent;
  }

  /// Keeps a note under the next number of the office.
  static KeptNote make(PostRoom.Desk desk, Digest statement, DraftFields typed) {
    Instant now = desk.station().now();
    return desk.station()
        .books()
        .change(book -> {
          Histories histories = book.histories();
          int length = histories.length(desk.realm(), stream(desk));
          DraftFields kept = typed.with(STATEMENT, statement.hex()).with(AT, now.toString());
          histories.append(desk.realm(), stream(desk), length, kept.written());
          return new KeptNote(length + 1, statement, now, kept);
        });
  }

  static Optional<KeptNote> find(PostRoom.Desk desk, int count) {
    List<KeptNote> all = desk.station().books().look(book -> all(desk, book));
    return all.stream().filter(note -> note.count() == count).findFirst();
  }

  /// The notes that the office has made of a statement, in the order of their numbers.
  static List<KeptNote> of(PostRoom.Desk desk, Digest statement) {
    return desk.station().books().look(book -> all(desk, book)).stream()
        .filter(note -> note.statement().equals(statement))
        .toList();
  }

  private static List<KeptNote> all(PostRoom.Desk desk, Book book) {
    List<KeptNote> all = new ArrayList<>();
    for (Octets bytes : book.histories().events(desk.realm(), stream(desk))) {
      DraftFields kept = DraftFields.read(bytes);
      all.add(
          new KeptNote(
              all.size() + 1,
              new Digest(kept.text(STATEMENT)),
              Instant.parse(kept.text(AT)),
              kept));
    }
    return all;
  }

  private static String stream(PostRoom.Desk desk) {
    return "notes/" + desk.office();
  }

  /// A form as it is kept: the second language, who translated, and what.
  static DraftFields typed(java.util.Map<String, List<String>> form) {
    DraftFields all = DraftFields.of(form);
    DraftFields kept = DraftFields.of(new LinkedHashMap<>());
    for (String name : all.all().keySet()) {
      boolean wanted =
          name.equals("second") || name.equals("made") || name.matches("t\\.[1-9][0-9]{0,2}");
      kept = wanted ? kept.with(name, all.text(name)) : kept;
    }
    return kept;
  }
}
