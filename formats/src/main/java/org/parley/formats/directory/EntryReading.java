package org.parley.formats.directory;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.OfficeKind;
import org.parley.core.directory.OfficeRecord;
import org.parley.core.directory.Revocation;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.directory.Way;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;

/// Reads the parts of a directory entry.
final class EntryReading {

  private static final String LANGUAGE = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}";

  private EntryReading() {}

  static Optional<DirectoryEntry> entry(Part part) {
    Optional<Party> party = part.parsed("party", "a party's code", Party::parse);
    Optional<Long> number = part.number("number");
    Optional<Digest> previous = part.has("previous") ? part.digest("previous") : Optional.empty();
    var at = part.instant("at");
    Optional<List<NodeRecord>> nodes = part.parts("nodes", EntryReading::node);
    Optional<List<OfficeRecord>> offices = part.parts("offices", EntryReading::office);
    Optional<List<Revocation>> revoked = part.parts("revoked", EntryReading::revocation);
    part.fields().end();
    if (party.isEmpty()
        || number.isEmpty()
        || at.isEmpty()
        || nodes.isEmpty()
        || offices.isEmpty()
        || revoked.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DirectoryEntry(
            party.get(),
            number.get(),
            previous,
            at.get(),
            nodes.get(),
            offices.get(),
            revoked.get()));
  }

  private static Optional<NodeRecord> node(Part part) {
    Optional<NodeId> node = part.parsed("node", "a node such as XA/csirt", NodeId::parse);
    Optional<Octets> classical = part.octets("ecdsa");
    Optional<Octets> postQuantum = part.octets("mlDsa");
    Optional<Octets> tls = part.octets("tls");
    Optional<Octets> log =
        part.parsed(
            "log",
            "32 octets in Base64",
            text -> Part.base64(text).filter(key -> key.size() == 32));
    Optional<List<SealingKeys>> sealing = part.parts("sealing", EntryReading::sealing);
    Optional<List<OfficeKind>> serves = part.texts("serves", "an office", OfficeKind::parse);
    Optional<List<Way>> ways = part.parts("ways", EntryReading::way);
    if (node.isEmpty()
        || classical.isEmpty()
        || postQuantum.isEmpty()
        || tls.isEmpty()
        || log.isEmpty()
        || sealing.isEmpty()
        || serves.isEmpty()
        || ways.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new NodeRecord(
            node.get(),
            new SigningCertificates(classical.get(), postQuantum.get()),
            tls.get(),
            log.get(),
            sealing.get(),
            serves.get(),
            ways.get()));
  }

  private static Optional<SealingKeys> sealing(Part part) {
    Optional<String> period = part.text("period");
    Optional<Octets> ecdh = part.octets("ecdh");
    Optional<Octets> mlKem = part.octets("mlKem");
    var from = part.instant("from");
    var until = part.instant("until");
    return period.isEmpty()
            || ecdh.isEmpty()
            || mlKem.isEmpty()
            || from.isEmpty()
            || until.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SealingKeys(period.get(), ecdh.get(), mlKem.get(), from.get(), until.get()));
  }

  private static Optional<Way> way(Part part) {
    Optional<String> address = part.text("address");
    Optional<String> by =
        part.parsed(
            "by",
            "https, relay or mail",
            text ->
                List.of("https", "relay", "mail").contains(text)
                    ? Optional.of(text)
                    : Optional.empty());
    if (by.isEmpty() || address.isEmpty()) {
      return Optional.empty();
    }
    return switch (by.get()) {
      case "https" -> Optional.of(new Way.Https(address.get()));
      case "mail" -> Optional.of(new Way.Mail(address.get()));
      default -> part.text("mailbox").map(mailbox -> new Way.Relay(address.get(), mailbox));
    };
  }

  private static Optional<OfficeRecord> office(Part part) {
    Optional<OfficeKind> kind = part.parsed("office", "an office", OfficeKind::parse);
    Optional<List<OfficeKind>> deputies = part.texts("deputies", "an office", OfficeKind::parse);
    Optional<List<String>> languages =
        part.texts(
            "languages",
            "a language tag",
            text -> text.matches(LANGUAGE) ? Optional.of(text) : Optional.empty());
    boolean said = part.has("hours");
    Optional<DutyHours> hours =
        said ? part.part("hours").flatMap(EntryReading::hours) : Optional.empty();
    return kind.isEmpty() || deputies.isEmpty() || languages.isEmpty() || said != hours.isPresent()
        ? Optional.empty()
        : Optional.of(new OfficeRecord(kind.get(), deputies.get(), languages.get(), hours));
  }

  private static Optional<DutyHours> hours(Part part) {
    Optional<ZoneId> zone = part.parsed("zone", "a time zone", of(ZoneId::of));
    Optional<List<DutyHours.Window>> windows =
        part.parts(
            "windows",
            window -> {
              Optional<DayOfWeek> day = window.parsed("day", "a weekday", of(DayOfWeek::valueOf));
              Optional<LocalTime> from = window.parsed("from", "a time", of(LocalTime::parse));
              Optional<LocalTime> until = window.parsed("until", "a time", of(LocalTime::parse));
              return day.isEmpty() || from.isEmpty() || until.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new DutyHours.Window(day.get(), from.get(), until.get()));
            });
    part.fields().end();
    return zone.flatMap(where -> windows.map(all -> new DutyHours(where, all)));
  }

  private static Optional<Revocation> revocation(Part part) {
    Optional<Digest> certificates = part.digest("certificates");
    var from = part.instant("from");
    Optional<String> reason = part.text("reason");
    return certificates.isEmpty() || from.isEmpty() || reason.isEmpty()
        ? Optional.empty()
        : Optional.of(new Revocation(certificates.get(), from.get(), reason.get()));
  }

  private static <T> Function<String, Optional<T>> of(Function<String, T> form) {
    return text -> {
      try {
        return Optional.of(form.apply(text));
      } catch (DateTimeException | IllegalArgumentException _) {
        return Optional.empty();
      }
    };
  }
}
