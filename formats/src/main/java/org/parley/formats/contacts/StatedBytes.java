package org.parley.formats.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.StatedSheet;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// A State's own sheet as the exact bytes that are signed, there and back; a field that is not
/// known is refused, so that every node reads the same from them.
public final class StatedBytes {

  /// The largest sheet that is read, in octets.
  public static final int LARGEST = 256 << 10;

  private static final String KIND = "stated-contacts";
  private static final int MOST_CONTACTS = 60;
  private static final Limits LIMITS = new Limits(LARGEST, 12, 20_000);

  private StatedBytes() {}

  public static Octets write(StatedSheet sheet) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND + "/1");
      json.writeStringProperty("state", sheet.state().code());
      json.writeStringProperty("realm", sheet.realm().word());
      json.writeNumberProperty("number", sheet.number());
      json.writeStringProperty("at", sheet.at().toString());
      sheet.attested().ifPresent(at -> json.writeStringProperty("attested", at.toString()));
      sheet.nomination().ifPresent(nomination -> nomination(json, nomination));
      json.writeArrayPropertyStart("contacts");
      for (Contact contact : sheet.contacts()) {
        json.writeStartObject();
        new ContactWriter(json).write(contact);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void nomination(JsonGenerator json, Nomination nomination) {
    json.writeObjectPropertyStart("nomination");
    json.writeStringProperty("authority", nomination.authority());
    json.writeStringProperty("document", nomination.document());
    json.writeStringProperty("day", nomination.day().toString());
    json.writeEndObject();
  }

  public static Checked<StatedSheet> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<StatedSheet> sheet =
        JsonBytes.tree(bytes, KIND, LIMITS, issues)
            .flatMap(tree -> sheet(tree, issues))
            .filter(_ -> !issues.hasErrors());
    return Verdict.of(sheet, issues);
  }

  private static Optional<StatedSheet> sheet(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, KIND, issues);
    Optional<Party> state =
        typed.as("state", "code of a State", text -> Party.parse(text).filter(Party::isState));
    Optional<Realm> realm = typed.realm("realm");
    Optional<Long> number = typed.whole("number", 1, StatedSheet.LAST);
    Optional<Instant> at = typed.moment("at");
    Optional<Instant> attested = typed.maybeMoment("attested");
    Optional<Nomination> nomination = typed.maybeMap("nomination").flatMap(StatedBytes::nomination);
    List<Contact> contacts = new ArrayList<>();
    if (!typed.has("contacts")) {
      typed.refuse("a sheet says which offices there are, if only that there are none");
    }
    typed
        .maps("contacts", MOST_CONTACTS)
        .forEach(each -> ContactReading.read(each).ifPresent(contacts::add));
    typed.end();
    return state.isEmpty() || realm.isEmpty() || number.isEmpty() || at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StatedSheet(
                state.get(), realm.get(), number.get(), at.get(), attested, nomination, contacts));
  }

  private static Optional<Nomination> nomination(Typed typed) {
    Optional<String> authority = typed.text("authority", 400);
    Optional<String> document = typed.text("document", 400);
    Optional<LocalDate> day = typed.as("day", "day such as 2026-11-22", ContactReading::parsedDay);
    typed.end();
    return authority.isEmpty() || document.isEmpty() || day.isEmpty()
        ? Optional.empty()
        : Optional.of(new Nomination(authority.get(), document.get(), day.get(), Optional.empty()));
  }
}
