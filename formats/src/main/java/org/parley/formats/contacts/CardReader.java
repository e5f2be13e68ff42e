package org.parley.formats.contacts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.KeyNote;

/// Reads cards of an address book, vCard 3.0 and 4.0, as offers. Of a person's card the function
/// and the ways to the office are kept, never who it is.
final class CardReader {

  private static final int MOST_CARDS = 5_000;
  private static final int MOST_LINES = 200;
  private static final int COUNTRY = 6;

  private static final Set<String> FRAME = Set.of("VERSION", "PRODID", "REV", "UID", "KIND");
  private static final Set<String> PERSONS =
      Set.of("N", "PHOTO", "BDAY", "ANNIVERSARY", "GENDER", "RELATED", "SORT-STRING");

  /// A name with what stands before its value: `NAME;PARAMETERS:VALUE`, quotes keep colons in.
  private static final Pattern LINE =
      Pattern.compile("(?:[A-Za-z0-9-]+\\.)?([A-Za-z0-9-]+)((?:;(?:\"[^\"]*\"|[^\":])*)?):(.*)");

  private static final Pattern OURS = Pattern.compile("parley:([A-Z]{2})/[0-9]+");
  private static final Pattern FINGERPRINT = Pattern.compile("(?i)OPENPGP4FPR:([0-9a-f ]+)");

  private final OfferBuilder offer = new OfferBuilder();
  private final List<Property> properties;

  private CardReader(List<Property> properties) {
    this.properties = properties;
  }

  /// One line of a card.
  private record Property(String name, String parameters, String value) {

    boolean is(String type) {
      return parameters.toLowerCase(Locale.ROOT).contains(type);
    }

    /// The parts of a value that semicolons part, without what they were escaped by.
    List<String> parts() {
      return Arrays.stream(value.split("(?<!\\\\);", -1)).map(CardReader::plain).toList();
    }

    String text() {
      return plain(value);
    }
  }

  static boolean looksLikeCards(byte[] bytes) {
    String begin = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
    return begin.replace("\uFEFF", "").strip().toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD");
  }

  static List<Offer> read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8).replace("\uFEFF", "");
    List<Offer> offers = new ArrayList<>();
    List<String> card = new ArrayList<>();
    for (String line : text.replaceAll("\r?\n[ \t]", "").split("\r?\n")) {
      if (line.strip().equalsIgnoreCase("BEGIN:VCARD")) {
        card.clear();
      } else if (line.strip().equalsIgnoreCase("END:VCARD")) {
        if (offers.size() < MOST_CARDS) {
          offers.add(card(card));
        }
        card.clear();
      } else if (!line.isBlank()) {
        card.add(line);
      }
    }
    return offers;
  }

  private static Offer card(List<String> lines) {
    List<Property> properties = new ArrayList<>();
    List<String> odd = new ArrayList<>();
    for (String line : lines.subList(0, Math.min(lines.size(), MOST_LINES))) {
      Matcher read = LINE.matcher(line);
      boolean readable = read.matches() && !line.toUpperCase(Locale.ROOT).contains("QUOTED-PRINT");
      if (readable) {
        String name = read.group(1).toUpperCase(Locale.ROOT);
        properties.add(new Property(name, read.group(2), read.group(3)));
      } else {
        odd.add(line);
      }
    }
    CardReader reader = new CardReader(properties);
    odd.forEach(line -> reader.offer.lose("?", line, Offer.Why.UNREADABLE));
    lines.stream().skip(MOST_LINES).forEach(line -> reader.offer.lose("?", line, Offer.Why.CUT));
    return reader.offered();
  }

  private Offer offered() {
    boolean ours = first("UID").filter(uid -> OURS.matcher(uid.text()).matches()).isPresent();
    boolean person = isPerson();
    named(person);
    offer.state(
        ours
            ? first("UID").map(uid -> uid.text().substring(7, 9))
            : first("ADR")
                .map(Property::parts)
                .filter(parts -> parts.size() > COUNTRY)
                .map(parts -> parts.get(COUNTRY))
                .filter(country -> !country.isBlank()));
    properties.forEach(property -> take(property, person, ours));
    return offer.build();
  }

  /// A card that does not say what it is of, and gives a family or a given name, is a person's.
  private boolean isPerson() {
    Optional<String> kind = first("KIND").map(each -> each.text().toLowerCase(Locale.ROOT));
    return kind.isPresent()
        ? kind.get().equals("individual")
        : first("N").filter(name -> name.parts().stream().anyMatch(p -> !p.isBlank())).isPresent();
  }

  /// An organisation by its innermost unit; a person by its function.
  private void named(boolean person) {
    Optional<String> unit =
        first("ORG")
            .flatMap(org ->
                org.parts().stream().filter(part -> !part.isBlank()).reduce((_, last) -> last));
    Optional<String> function = first("TITLE").or(() -> first("ROLE")).map(Property::text);
    Optional<String> whole = first("FN").map(Property::text);
    Optional<String> name =
        person
            ? Optional.of(
                    Stream.of(function, unit)
                        .flatMap(Optional::stream)
                        .collect(Collectors.joining(", ")))
                .filter(each -> !each.isEmpty())
            : unit.or(() -> whole);
    offer.names(name, first("NICKNAME").filter(_ -> !person).map(Property::text));
    if (person && whole.isPresent()) {
      offer.lose("FN", "", Offer.Why.PERSON);
    } else if (whole.filter(each -> !each.contains(name.orElse(""))).isPresent()) {
      offer.lose("FN", whole.get(), Offer.Why.NO_FIELD);
    }
  }

  private void take(Property said, boolean person, boolean ours) {
    switch (said.name()) {
      case "FN", "ORG" -> {}
      case "X-PARLEY-EXERCISE" -> offer.exercise();
      case "TITLE", "ROLE", "NICKNAME" -> function(said, person);
      case "CATEGORIES" -> category(said);
      case "TEL" -> telephone(said, person);
      case "EMAIL" -> offer.channel(Channel.Means.MAIL, said.text());
      case "URL" -> offer.channel(Channel.Means.WEB, said.value());
      case "IMPP" -> offer.channel(Channel.Means.OTHER, said.value());
      case "LANG" -> offer.language(said.text());
      case "TZ" -> offer.zone(said.text());
      case "ADR" -> address(said);
      case "KEY" -> key(said);
      case "NOTE" -> note(said, ours);
      default -> rest(said, person);
    }
  }

  private void function(Property said, boolean person) {
    if (!person && !said.name().equals("NICKNAME")) {
      offer.task(said.text());
    } else if (person && said.name().equals("NICKNAME")) {
      offer.lose(said.name(), "", Offer.Why.PERSON);
    }
  }

  private void category(Property said) {
    Optional<ContactKind> kind = ContactKind.parse(said.text());
    kind.ifPresentOrElse(
        offer::kind, () -> offer.lose(said.name(), said.text(), Offer.Why.NO_FIELD));
  }

  private void telephone(Property said, boolean person) {
    String number = said.text().replaceFirst("(?i)^tel:", "").replaceFirst("(?i);.*$", "");
    boolean own = person && (said.is("cell") || said.is("home"));
    if (own) {
      offer.lose(said.name(), "", Offer.Why.PERSON);
    } else {
      Channel.Means means =
          said.is("fax")
              ? Channel.Means.FAX
              : said.is("x-parley=duty") ? Channel.Means.DUTY_PHONE : Channel.Means.PHONE;
      offer.channel(means, number);
    }
  }

  private void address(Property said) {
    Matcher label = Pattern.compile("(?i);LABEL=\"([^\"]*)\"").matcher(said.parameters());
    String text =
        label.find()
            ? label.group(1).replace("^n", "\n").replace("^'", "\"").replace("^^", "^")
            : said.parts().stream()
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    if (!text.isBlank()) {
      offer.address(text);
    }
  }

  private void key(Property said) {
    Matcher digits = FINGERPRINT.matcher(said.value());
    if (digits.matches()) {
      offer.key(KeyNote.Scheme.OPENPGP, digits.group(1), Optional.empty());
    } else {
      offer.lose(said.name(), said.value(), Offer.Why.NO_FIELD);
    }
  }

  /// In a card of Parley the note repeats hours, markings and keys in words: it is told as lost.
  private void note(Property said, boolean ours) {
    if (ours) {
      offer.lose(said.name(), said.text(), Offer.Why.NO_FIELD);
    } else {
      offer.hours(said.text());
    }
  }

  private void rest(Property said, boolean person) {
    boolean empty = said.parts().stream().allMatch(String::isBlank);
    if (!FRAME.contains(said.name()) && !empty) {
      boolean about = PERSONS.contains(said.name());
      offer.lose(
          said.name(),
          about || person ? "" : said.text(),
          about ? Offer.Why.PERSON : Offer.Why.NO_FIELD);
    }
  }

  private Optional<Property> first(String name) {
    return properties.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  private static String plain(String value) {
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < value.length(); at++) {
      char each = value.charAt(at);
      if (each == '\\' && at + 1 < value.length()) {
        at++;
        plain.append(Character.toLowerCase(value.charAt(at)) == 'n' ? '\n' : value.charAt(at));
      } else {
        plain.append(each);
      }
    }
    return plain.toString().strip();
  }
}
