package org.parley.node.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.Nomination;
import org.parley.core.directory.contacts.Registration;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.SheetEvent;
import org.parley.desk.voice.Words;

/// What was done with a State's sheet, newest first.
public record HistoryView(SheetView view) {

  /// Within so many days a change is to be told.
  private static final long TO_BE_TOLD = 30;

  /// @param says what was done, in words
  /// @param by which office did it
  public record Line(Instant at, String says, String by) {}

  public List<Line> lines() {
    Map<Integer, String> names = new HashMap<>();
    List<Line> lines = new ArrayList<>();
    for (SheetEvent event : view.sheet().events()) {
      String by =
          event
              .by()
              .office()
              .map(office ->
                  view.visit().shelf().states().of(office.party())
                      + ", "
                      + words().say("page.office." + office.kind().word()))
              .orElse("–");
      lines.add(new Line(event.at(), says(event, names), by));
    }
    return lines.reversed();
  }

  private Words words() {
    return view.visit().words();
  }

  private String says(SheetEvent event, Map<Integer, String> names) {
    return switch (event.deed()) {
      case SheetDeed.Put(Contact contact, Optional<LocalDate> since) -> {
        boolean known = names.put(contact.number(), contact.naming().brief()) != null;
        String what =
            words()
                .say(
                    known ? "page.history.changed" : "page.history.added",
                    contact.naming().brief());
        yield since.map(day -> what + " " + told(day, event.at())).orElse(what);
      }
      case SheetDeed.Drop(int number, String reason) ->
          words().say("page.history.dropped", names.getOrDefault(number, ""), reason);
      case SheetDeed.PutBack(int number) ->
          words().say("page.history.put-back", names.getOrDefault(number, ""));
      case SheetDeed.Nominate(Nomination nomination) ->
          words().say("page.history.nominated", nomination.document(), nomination.authority());
      case SheetDeed.Register(Registration registration) ->
          words().say("page.history.registered", registration.reference());
      case SheetDeed.Confirm() -> words().say("page.history.confirmed");
    };
  }

  /// How many days after a change in the world it was written down.
  private String told(LocalDate since, Instant at) {
    long days = ChronoUnit.DAYS.between(since, at.atZone(ZoneOffset.UTC).toLocalDate());
    return words()
        .say(
            days > TO_BE_TOLD ? "page.history.told-later" : "page.history.told",
            since,
            Math.max(days, 0));
  }
}
