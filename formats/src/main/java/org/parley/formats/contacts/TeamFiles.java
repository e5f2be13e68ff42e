package org.parley.formats.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Reads other directories as offers: teams of Trusted Introducer, of FIRST, organisations of
/// Cerebrate (all JSON), cards of an address book (vCard), and our own table (CSV, xlsx). Nothing
/// is written down by reading.
public final class TeamFiles {

  /// Directories of some thousand teams fit.
  private static final Limits LIMITS = new Limits(16 << 20, 40, 500_000);

  private static final List<String> PERSONS =
      List.of("first_name", "last_name", "full_name", "mobile", "representatives");

  private TeamFiles() {}

  public static Checked<List<Offer>> read(byte[] bytes, String name) {
    if (CardReader.looksLikeCards(bytes)) {
      List<Offer> cards = CardReader.read(bytes);
      return cards.isEmpty() ? unrecognised(name) : new Checked.Sound<>(cards, List.of());
    }
    if (!looksLikeJson(bytes)) {
      return OfficeTableReader.read(bytes, name);
    }
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.readJson(bytes, name, LIMITS, issues);
    if (tree.isEmpty() || issues.hasErrors()) {
      return new Checked.Refused<>(issues.list());
    }
    List<Offer> offers = new ArrayList<>();
    for (Tree record : records(tree.get())) {
      offer(Leaves.of(record)).ifPresent(offers::add);
    }
    return offers.isEmpty() ? unrecognised(name) : new Checked.Sound<>(offers, issues.list());
  }

  private static Checked<List<Offer>> unrecognised(String name) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.IMPORT_UNREADABLE,
                Place.of(name),
                "no team and no organisation was recognised in it",
                Optional.empty())));
  }

  private static boolean looksLikeJson(byte[] bytes) {
    for (byte each : bytes) {
      if (each == '{' || each == '[') {
        return true;
      }
      boolean skipped = each <= ' ' || (each & 0xff) >= 0xbb;
      if (!skipped) {
        return false;
      }
    }
    return false;
  }

  /// The records of a file: a list, a list in an envelope, or a single one.
  private static List<Tree> records(Tree tree) {
    if (tree instanceof Tree.Sequence(var items, _)) {
      return items;
    }
    if (tree instanceof Tree.Mapping mapping) {
      for (String envelope :
          List.of("data", "teams", "organisations", "Organisations", "individuals", "results")) {
        Optional<Tree> inside = mapping.find(envelope);
        if (inside.isPresent() && inside.get() instanceof Tree.Sequence(var items, _)) {
          return items;
        }
      }
    }
    return List.of(tree);
  }

  private static Optional<Offer> offer(Leaves leaves) {
    if (leaves.has("official_name") || leaves.has("short_name")) {
      return Optional.of(trustedIntroducer(leaves));
    }
    if (leaves.has("official-team-name") || leaves.has("short-team-name")) {
      return Optional.of(first(leaves));
    }
    boolean organisation = leaves.has("name") && leaves.has("uuid");
    boolean individual = leaves.has("email") && leaves.has("last_name");
    return organisation || individual ? Optional.of(cerebrate(leaves)) : Optional.empty();
  }

  private static Offer trustedIntroducer(Leaves leaves) {
    OfferBuilder offer = new OfferBuilder();
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

  private static Offer first(Leaves leaves) {
    OfferBuilder offer = new OfferBuilder();
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

  private static Offer cerebrate(Leaves leaves) {
    OfferBuilder offer = new OfferBuilder();
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
    switch (field) {
      case "phone-emergency", "emergency-phone" -> offer.channel(Channel.Means.DUTY_PHONE, value);
      case "other-communication" -> offer.channel(Channel.Means.OTHER, value);
      case "country", "country-name", "ISO 3166-1 Code" -> offer.state(Optional.of(value));
      case "phone", "team-phone", "telephone" -> offer.channel(Channel.Means.PHONE, value);
      case "fax" -> offer.channel(Channel.Means.FAX, value);
      case "email", "team-email" -> offer.channel(Channel.Means.MAIL, value);
      case "website" -> offer.channel(Channel.Means.WEB, value);
      case "address", "postal-address" -> offer.address(value);
      case "timezone" -> offer.zone(value);
      case "business-hours", "operating-hours" -> offer.hours(value);
      case "constituency", "constituency-description", "team-full", "official-name" ->
          offer.task(value);
      case "pgp", "pgp-fingerprint" -> offer.key(KeyNote.Scheme.OPENPGP, value, Optional.empty());
      default -> known = false;
    }
    if (known) {
      leaves.take(at + ".value");
    }
    return known;
  }
}
