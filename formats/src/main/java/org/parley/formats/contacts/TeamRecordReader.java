package org.parley.formats.contacts;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.KeyNote;

/// Reads one record of another directory as an offer; what nobody asked for is lost by its path.
final class TeamRecordReader {

  private static final List<String> PERSONS =
      List.of("first_name", "last_name", "full_name", "mobile", "representatives");

  private TeamRecordReader() {}

  /// An offer that knows whether its record is one that we marked as of an exercise.
  private static OfferBuilder started(Leaves leaves) {
    OfferBuilder offer = new OfferBuilder();
    leaves.take(TeamRecords.EXERCISE).ifPresent(offer::exercise);
    return offer;
  }

  static Optional<Offer> offer(Leaves leaves) {
    if (leaves.has("official_name") || leaves.has("short_name")) {
      return Optional.of(trustedIntroducer(leaves));
    }
    if (leaves.has("official-team-name") || leaves.has("short-team-name")) {
      return Optional.of(globalTeam(leaves));
    }
    if (leaves.has("team-full")) {
      return Optional.of(first(leaves));
    }
    boolean organisation = leaves.has("name") && leaves.has("uuid");
    boolean individual = leaves.has("email") && leaves.has("last_name");
    return organisation || individual ? Optional.of(cerebrate(leaves)) : Optional.empty();
  }

  private static Offer trustedIntroducer(Leaves leaves) {
    OfferBuilder offer = started(leaves);
    offer.names(leaves.take("official_name"), leaves.take("short_name"));
    offer.state(leaves.take("country.code"));
    leaves.take("country.name");
    leaves.take("postal_address").ifPresent(offer::address);
    List<String> types = leaves.takeAll("constituency.types");
    if (!types.isEmpty()) {
      offer.task(String.join(", ", types));
    }
    List<String> domains = leaves.takeAll("constituency.domains");
    if (!domains.isEmpty()) {
      offer.task(String.join(", ", domains));
    }
    leaves.take("business_hours").ifPresent(offer::hours);
    leaves.take("business_hours_timezone").ifPresent(offer::zone);
    phones(leaves, offer);
    for (String item : leaves.items("emails")) {
      leaves
          .take(item + ".address")
          .ifPresent(address -> offer.channel(Channel.Means.MAIL, address));
    }
    for (String item : leaves.items("pgp_keys")) {
      Optional<String> expires = leaves.take(item + ".expires");
      leaves
          .take(item + ".fingerprint")
          .ifPresent(digits -> offer.key(KeyNote.Scheme.OPENPGP, digits, expires));
    }
    leaves
        .takeFirst("website", "url")
        .ifPresent(address -> offer.channel(Channel.Means.WEB, address));
    offer.rest(leaves, PERSONS);
    return offer.build();
  }

  private static void phones(Leaves leaves, OfferBuilder offer) {
    for (String item : leaves.items("phones")) {
      List<String> usage = leaves.takeAll(item + ".usage");
      Channel.Means means =
          usage.contains("emergency")
              ? Channel.Means.DUTY_PHONE
              : usage.contains("fax") ? Channel.Means.FAX : Channel.Means.PHONE;
      String remark =
          leaves.take(item + ".comments").filter(text -> text.length() <= 100).orElse("");
      leaves.take(item + ".timezone");
      leaves
          .take(item + ".number")
          .ifPresent(number -> offer.channel(new Channel(means, number, remark, Optional.empty())));
    }
  }

  /// A team of the Global IRT API, as FIRST drafted it for several directories (1.0.1-beta, 2016).
  private static Offer globalTeam(Leaves leaves) {
    OfferBuilder offer = started(leaves);
    offer.names(leaves.take("official-team-name"), leaves.take("short-team-name"));
    offer.state(leaves.take("country-code"));
    String address = String.join("\n", leaves.takeAll("postal-address"));
    if (!address.isEmpty()) {
      offer.address(address);
    }
    leaves.take("constituency").ifPresent(offer::task);
    leaves.take("operating-hours").ifPresent(offer::hours);
    leaves
        .takeAll("phone-emergency")
        .forEach(number -> offer.channel(Channel.Means.DUTY_PHONE, number));
    leaves.takeAll("phone-numbers").forEach(number -> offer.channel(Channel.Means.PHONE, number));
    leaves.takeAll("email").forEach(mail -> offer.channel(Channel.Means.MAIL, mail));
    leaves.takeAll("website").forEach(page -> offer.channel(Channel.Means.WEB, page));
    for (String key : leaves.takeAll("enckeys")) {
      offer.key(KeyNote.Scheme.OPENPGP, key, Optional.empty());
    }
    offer.rest(leaves, PERSONS);
    return offer.build();
  }

  /// A team of FIRST's own directory. Daylight saving time stands in the zone itself here.
  private static Offer first(Leaves leaves) {
    OfferBuilder offer = started(leaves);
    offer.names(leaves.take("team-full"), leaves.take("team"));
    offer.state(leaves.take("country"));
    leaves.take("address").ifPresent(offer::address);
    leaves.take("constituency-description").ifPresent(offer::task);
    leaves.take("constituency").ifPresent(offer::task);
    leaves.take("operating-hours").ifPresent(offer::hours);
    leaves.take("timezone").ifPresent(offer::zone);
    leaves
        .takeAll("phone-emergency")
        .forEach(number -> offer.channel(Channel.Means.DUTY_PHONE, number));
    leaves.takeAll("phone").forEach(number -> offer.channel(Channel.Means.PHONE, number));
    leaves.takeAll("email").forEach(mail -> offer.channel(Channel.Means.MAIL, mail));
    leaves.takeAll("website").forEach(page -> offer.channel(Channel.Means.WEB, page));
    leaves
        .take("other-communication")
        .ifPresent(other -> offer.channel(Channel.Means.OTHER, other));
    offer.rest(leaves, PERSONS);
    return offer.build();
  }

  private static Offer cerebrate(Leaves leaves) {
    OfferBuilder offer = started(leaves);
    Optional<String> position = leaves.take("position");
    offer.names(leaves.take("name").or(() -> position), Optional.empty());
    offer.state(leaves.take("nationality"));
    leaves.take("sector").ifPresent(offer::task);
    leaves.take("url").ifPresent(page -> offer.channel(Channel.Means.WEB, page));
    leaves.takeAll("email").forEach(mail -> offer.channel(Channel.Means.MAIL, mail));
    leaves.take("contacts").ifPresent(offer::hours);
    for (String path : leaves.leftPaths()) {
      if (path.endsWith(".field")) {
        String at = path.substring(0, path.length() - ".field".length());
        String field = leaves.left().getOrDefault(path, "");
        if (leaves.has(at + ".value") && meta(offer, field, leaves, at)) {
          leaves.take(path);
        }
      }
    }
    for (String item : leaves.items("encryption_keys")) {
      leaves
          .take(item + ".fingerprint")
          .ifPresent(digits -> offer.key(KeyNote.Scheme.OPENPGP, digits, Optional.empty()));
    }
    offer.rest(leaves, PERSONS);
    return offer.build();
  }

  /// One of the fields that communities have agreed for themselves.
  private static boolean meta(OfferBuilder offer, String field, Leaves leaves, String at) {
    String value = leaves.left().getOrDefault(at + ".value", "");
    boolean known = true;
    switch (field.replace('_', '-')) {
      case "phone-emergency", "emergency-phone" -> offer.channel(Channel.Means.DUTY_PHONE, value);
      case "other-communication" -> offer.channel(Channel.Means.OTHER, value);
      case "country", "country-name", "ISO 3166-1 Code" -> offer.state(Optional.of(value));
      case "phone", "team-phone", "team-contact-number", "telephone" ->
          offer.channel(Channel.Means.PHONE, value);
      case "fax" -> offer.channel(Channel.Means.FAX, value);
      case "email", "team-email" -> offer.channel(Channel.Means.MAIL, value);
      case "website" -> offer.channel(Channel.Means.WEB, value);
      case "address", "postal-address" -> offer.address(value);
      case "timezone", "time-zone" -> offer.zone(value);
      case "business-hours", "operating-hours" -> offer.hours(value);
      case "constituency",
          "constituency-description",
          "description",
          "team-full",
          "official-name" ->
          offer.task(value);
      case "team", "team-short-name" -> offer.shortName(value);
      case "pgp", "pgp-fingerprint", "team-fingerprint" ->
          offer.key(KeyNote.Scheme.OPENPGP, value, Optional.empty());
      default -> known = false;
    }
    if (known) {
      leaves.take(at + ".value");
    }
    return known;
  }
}
