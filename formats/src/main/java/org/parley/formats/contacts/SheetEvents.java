package org.parley.formats.contacts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.Registration;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.SheetEvent;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.people.Hand;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Tree;
import tools.jackson.core.JsonGenerator;

/// The events of a State's sheet of offices as bytes for the books: one JSON object each.
public final class SheetEvents {

  private static final String KIND = "contacts-event";

  private SheetEvents() {}

  public static Octets write(SheetEvent event) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", KIND + "/1");
      json.writeStringProperty("state", event.state().code());
      json.writeStringProperty("recorded", event.at().toString());
      json.writeObjectPropertyStart("by");
      json.writeStringProperty("account", event.by().account().toString());
      event
          .by()
          .office()
          .ifPresent(office -> json.writeStringProperty("office", office.toString()));
      json.writeEndObject();
      deed(json, event.deed());
    });
  }

  private static void deed(JsonGenerator json, SheetDeed deed) {
    switch (deed) {
      case SheetDeed.Put(Contact contact, Optional<LocalDate> since) -> {
        json.writeStringProperty("deed", "put");
        new ContactWriter(json).day("since", since);
        json.writeObjectPropertyStart("contact");
        new ContactWriter(json).write(contact);
        json.writeEndObject();
      }
      case SheetDeed.Drop(int number, String reason) -> {
        json.writeStringProperty("deed", "drop");
        json.writeNumberProperty("number", number);
        json.writeStringProperty("reason", reason);
      }
      case SheetDeed.PutBack(int number) -> {
        json.writeStringProperty("deed", "put-back");
        json.writeNumberProperty("number", number);
      }
      case SheetDeed.Nominate(Nomination nomination) -> {
        json.writeStringProperty("deed", "nominate");
        json.writeStringProperty("authority", nomination.authority());
        json.writeStringProperty("document", nomination.document());
        json.writeStringProperty("day", nomination.day().toString());
        nomination
            .file()
            .ifPresent(file -> {
              json.writeStringProperty("file", file.name());
              json.writeStringProperty("digest", file.digest().hex());
            });
      }
      case SheetDeed.Register(Registration registration) -> {
        json.writeStringProperty("deed", "register");
        json.writeStringProperty("reference", registration.reference());
        json.writeStringProperty("day", registration.day().toString());
      }
      case SheetDeed.Confirm() -> json.writeStringProperty("deed", "confirm");
    }
  }

  /// Reads an event that was written by [#write]; refused where the bytes are anything else.
  public static Checked<SheetEvent> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<SheetEvent> event =
        JsonBytes.tree(bytes, KIND, JsonBytes.SIGNED, issues)
            .flatMap(tree -> event(tree, issues))
            .filter(_ -> !issues.hasErrors());
    return Verdict.of(event, issues);
  }

  private static Optional<SheetEvent> event(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, KIND, issues);
    Optional<Party> state =
        typed.as("state", "code of a State", text -> Party.parse(text).filter(Party::isState));
    Optional<Instant> at = typed.moment("recorded");
    Optional<Hand> by = typed.map("by").flatMap(SheetEvents::hand);
    Optional<SheetDeed> deed = deed(typed);
    typed.end();
    if (deed.isEmpty() && !issues.hasErrors()) {
      issues.add(IssueCode.WRONG_SHAPE, tree.place(), "there is no such deed");
    }
    return state.isEmpty() || at.isEmpty() || by.isEmpty() || deed.isEmpty()
        ? Optional.empty()
        : Optional.of(new SheetEvent(state.get(), deed.get(), by.get(), at.get()));
  }

  private static Optional<SheetDeed> deed(Typed typed) {
    return switch (typed.text("deed", 20).orElse("")) {
      case "put" -> {
        Optional<LocalDate> since = ContactReading.day(typed, "since");
        yield typed
            .map("contact")
            .flatMap(ContactReading::read)
            .map(contact -> new SheetDeed.Put(contact, since));
      }
      case "drop" -> {
        String reason = typed.text("reason", 400).orElse("");
        yield number(typed).map(each -> new SheetDeed.Drop(each, reason));
      }
      case "put-back" -> number(typed).map(SheetDeed.PutBack::new);
      case "nominate" -> nomination(typed).map(SheetDeed.Nominate::new);
      case "register" -> {
        String reference = typed.text("reference", 400).orElse("");
        yield ContactReading.day(typed, "day")
            .map(day -> new SheetDeed.Register(new Registration(reference, day)));
      }
      case "confirm" -> Optional.of(new SheetDeed.Confirm());
      default -> Optional.empty();
    };
  }

  private static Optional<Nomination> nomination(Typed typed) {
    String authority = typed.text("authority", 400).orElse("");
    String document = typed.text("document", 400).orElse("");
    Optional<LocalDate> day = ContactReading.day(typed, "day");
    Optional<String> file = typed.maybeText("file", 300);
    Optional<Digest> digest = typed.maybeDigest("digest");
    return day.map(each ->
        new Nomination(
            authority,
            document,
            each,
            file.flatMap(name -> digest.map(hash -> new Nomination.Filed(name, hash)))));
  }

  private static Optional<Integer> number(Typed typed) {
    return typed.whole("number", 1, 9999).map(Long::intValue);
  }

  private static Optional<Hand> hand(Typed typed) {
    Optional<UUID> account =
        typed.as(
            "account",
            "UUID in lower case",
            text ->
                text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                    ? Optional.of(UUID.fromString(text))
                    : Optional.empty());
    Optional<OfficeId> office =
        typed.maybe("office", "office such as XA/technical", OfficeId::parse);
    typed.end();
    return account.map(each -> new Hand(each, office));
  }
}
