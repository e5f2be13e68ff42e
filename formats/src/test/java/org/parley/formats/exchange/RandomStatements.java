package org.parley.formats.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Kept;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.SeriesNumber;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.SecrecyGrade;
import org.parley.core.handling.Tlp;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.core.terms.ScaleId;

/// Statements of every shape, with texts of every kind of character, from a seed.
public final class RandomStatements {

  private static final List<String> WORDS =
      List.of(
          "power",
          "Störung",
          "обстановка",
          "état",
          "  two blanks  ",
          "tab\there",
          "line\nbreak",
          "\"quoted\"",
          "back\\slash",
          "NIL",
          "/KXQ",
          "=A",
          "😀",
          "e\u0301",
          "\u202Ebidi",
          "zero\u200Bwidth",
          "1. ",
          "+",
          "\u00A0",
          "a-very-long-word-without-any-blank-".repeat(4),
          "\u0001");

  private final RandomGenerator chance;

  public RandomStatements(RandomGenerator chance) {
    this.chance = chance;
  }

  public Statement next() {
    Realm realm = chance.nextBoolean() ? new Realm.Real() : new Realm.Exercise("autumn-26");
    return new Statement(heading(realm), route(), ties(), marking(), items(), rest());
  }

  private Heading heading(Realm realm) {
    TreeMap<String, Heading.Made> translations = new TreeMap<>();
    if (chance.nextInt(3) == 0) {
      translations.put("fr", Heading.Made.MACHINE);
      translations.put("de-CH", chance.nextBoolean() ? Heading.Made.PERSON : Heading.Made.EQUAL);
    }
    return new Heading(
        new FormatId(1 + chance.nextInt(13), 1 + chance.nextInt(2)),
        new ConversationId(new UUID(chance.nextLong(), chance.nextLong())),
        realm,
        SeriesNumber.of(realm, 1 + chance.nextInt(5000)),
        moment(),
        new Heading.Languages(chance.nextBoolean() ? "en" : "ru", translations));
  }

  private Route route() {
    OfficeId from = new OfficeId(new Party("XA"), OfficeKind.TECHNICAL);
    List<OfficeId> others = new ArrayList<>();
    for (String code : List.of("XB", "XC", "XD", "secretariat")) {
      if (others.isEmpty() || chance.nextBoolean()) {
        others.add(new OfficeId(new Party(code), OfficeKind.values()[chance.nextInt(3)]));
      }
    }
    int split = 1 + chance.nextInt(others.size());
    return new Route(
        from,
        new NodeId(from.party(), "csirt"),
        digest(),
        others.subList(0, split),
        others.subList(split, others.size()));
  }

  private Ties ties() {
    return new Ties(
        maybe(new Ties.Reply(digest(), Ties.Extent.values()[chance.nextInt(3)])),
        maybe(digest()),
        maybe(moment()),
        maybe(new Ties.Anchor("xa.example/log", chance.nextInt(1000), digest())));
  }

  private Marking marking() {
    TreeSet<SecrecyGrade> grades = new TreeSet<>();
    TreeSet<String> unknown = new TreeSet<>();
    if (chance.nextInt(3) == 0) {
      grades.add(new SecrecyGrade(new Party("XA"), "VERTRAULICH – " + chance.nextInt(9)));
      unknown.add("OSCE+ " + WORDS.get(chance.nextInt(WORDS.size())));
    }
    Tlp tlp = Tlp.values()[chance.nextInt(5)];
    return new Marking(tlp, maybe(Pap.values()[chance.nextInt(4)]), grades, unknown);
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (int number = 1; number < 30; number += 1 + chance.nextInt(9)) {
      TreeMap<String, List<String>> translations = new TreeMap<>();
      Item.Said said =
          switch (chance.nextInt(4)) {
            case 0 -> new Item.Nil();
            case 1 -> new Item.Absent(Item.Reason.values()[chance.nextInt(3)], maybe(text()));
            case 2 -> new Item.Value(List.of(text(), text(), text()));
            default -> new Item.Value(List.of(text()));
          };
      if (said instanceof Item.Value && chance.nextBoolean()) {
        translations.put("fr", List.of(text()));
        translations.put("de-CH", List.of(text(), text()));
      }
      items.add(new Item(number, said, translations, salt()));
    }
    return items;
  }

  private Statement.Rest rest() {
    ScaleId scale = new ScaleId("es", "rd-43-2021");
    Optional<Severity> severity =
        maybe(
            new Severity(
                Optional.of(new Severity.Stated(scale, "2021-01", "muy alto", maybe("rsit:x"))),
                maybe(
                    new Severity.Basis(
                        new Severity.Edition(scale, "2021-01", digest()),
                        List.of("peopleAffected: 1200", "service: " + text()),
                        List.of("alto", "muy alto"))),
                salt()));
    List<Attachment> attachments =
        chance.nextBoolean()
            ? List.of(new Attachment("log – July.txt", chance.nextInt(9999), digest()))
            : List.of();
    List<Kept> unknown =
        chance.nextInt(3) == 0
            ? List.of(
                new Kept("later", "{\"a\":[1.50,true,null,\"ü\\n\"],\"b\":{}}"),
                new Kept("x y", "\"z\""))
            : List.of();
    return new Statement.Rest(severity, attachments, unknown);
  }

  private String text() {
    StringBuilder text = new StringBuilder("T");
    int words = 1 + chance.nextInt(12);
    for (int word = 0; word < words; word++) {
      text.append(chance.nextInt(5) == 0 ? "" : " ")
          .append(WORDS.get(chance.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private Octets salt() {
    byte[] salt = new byte[16];
    chance.nextBytes(salt);
    return Octets.of(salt);
  }

  private Digest digest() {
    byte[] bytes = new byte[8];
    chance.nextBytes(bytes);
    return Digest.of(bytes);
  }

  private Instant moment() {
    Instant second = Instant.ofEpochSecond(1_700_000_000L + chance.nextInt(100_000_000));
    return chance.nextBoolean() ? second : second.plusNanos(chance.nextInt(1_000_000_000));
  }

  private <T> Optional<T> maybe(T value) {
    return chance.nextBoolean() ? Optional.of(value) : Optional.empty();
  }
}
