package org.parley.node.messages.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.Formats;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.exchange.ledger.Standing;
import org.parley.core.terms.Party;
import org.parley.core.terms.ScaleId;
import org.parley.desk.Shelf;
import org.parley.desk.voice.Labels;
import org.parley.desk.voice.ScaleVoice;
import org.parley.desk.voice.Words;
import org.parley.formats.library.EditionName;

/// How the pages of messages speak.
public record MessageSpeech(Shelf shelf, Labels labels, Formats formats) {

  public MessageSpeech(Shelf shelf, Formats formats) {
    this(shelf, shelf.messageLabels(), formats);
  }

  public Words words() {
    return shelf.words();
  }

  /// `Birch (XB) · Technical point of contact`
  public String office(OfficeId office) {
    return shelf.states().office(office);
  }

  /// `Birch (XB)`
  public String party(Party party) {
    return shelf.states().coded(party);
  }

  /// A scale by its title, with the edition.
  public String scale(ScaleId scale, String edition) {
    return shelf
        .voice(new EditionName(scale, edition))
        .map(voice -> voice.title() + ", " + edition)
        .orElse(scale + " " + edition);
  }

  /// Grades of a scale by their labels, as one text.
  public String grades(ScaleId scale, String edition, List<String> words) {
    Optional<ScaleVoice> voice = shelf.voice(new EditionName(scale, edition));
    return words.stream()
        .map(word -> voice.map(each -> each.grade(word)).orElse(word))
        .collect(Collectors.joining(", "));
  }

  public String offices(List<OfficeId> offices) {
    return offices.stream().map(this::office).collect(Collectors.joining(", "));
  }

  public String turn(String word) {
    return words().say("page.turn." + word);
  }

  public String next(NextStep step) {
    return words().say("page.next." + step.word());
  }

  public String standing(Standing standing) {
    return words().say("page.standing." + standing.word());
  }

  /// How far it came, with the grade where that rests on no receipt.
  public String standing(Account account) {
    return account
        .standing()
        .map(standing ->
            standing(standing)
                + account
                    .outside()
                    .filter(_ -> account.reached().equals(account.standing()))
                    .map(reply -> " (" + grade(reply) + ")")
                    .orElse(""))
        .orElse("–");
  }

  public String grade(OutsideReply reply) {
    return words().say("page.reply.grade." + reply.grade().word());
  }

  /// By which way a reply came outside the network, of which grade it is, and what was checked.
  public String outside(OutsideReply reply) {
    String way = words().say("page.reply.came." + reply.way().word(), grade(reply));
    return reply
        .letter()
        .map(letter ->
            way
                + " "
                + words().say("page.reply.finding." + letter.finding().word())
                + letter.key().map(key -> " " + key(key)).orElse(""))
        .orElse(way);
  }

  /// `S/MIME 12AB 34CD …`
  private static String key(String scheme) {
    String[] parts = scheme.split(" ", 2);
    return (parts[0].equals("smime") ? "S/MIME " : "OpenPGP ")
        + parts[parts.length - 1].replaceAll("(.{4})(?=.)", "$1 ");
  }

  /// `C3 Early notice of an incident of concern`
  public String format(FormatId id) {
    return formats.find(id).map(this::format).orElse(id.toString());
  }

  public String format(Format format) {
    return format.id().name() + " " + labels.of("formats." + format.key() + ".label");
  }

  /// A format by its name alone, in its newest edition.
  public String format(String name) {
    return FormatId.parseNumber(name).flatMap(formats::current).map(this::format).orElse(name);
  }

  public String means(Format format) {
    return labels.of("formats." + format.key() + ".means");
  }

  public String title(ItemRule rule) {
    return labels.of("items." + rule.key() + ".label");
  }

  /// What NIL means under an item.
  public String nil(ItemRule rule) {
    return labels.find("items." + rule.key() + ".nil").or(rule::nil).orElse("");
  }

  /// What a text in another language is worth beside the authentic one.
  public String worth(Heading.Made made) {
    return switch (made) {
      case PERSON -> words().say("page.note.status.courtesy");
      case MACHINE -> words().say("page.note.status.machine");
      case EQUAL -> words().say("page.note.status.equal");
    };
  }

  /// A language by its name, in the reader's language.
  public String language(String tag) {
    return Locale.forLanguageTag(tag)
        .getDisplayName(Locale.forLanguageTag(shelf.words().language()));
  }

  public String authentic() {
    return words().say("page.note.status.authentic");
  }

  public String option(String word) {
    return labels.find("options." + word).orElse(word);
  }

  /// What stands under an item as people read it: options, facts, States and offices by their
  /// names.
  public String said(Optional<ItemRule> rule, String text) {
    return switch (rule.map(ItemRule::type).orElseGet(() -> new ItemType.Text(0))) {
      case ItemType.Choice _ -> option(text);
      case ItemType.Somebody _ -> Party.parse(text).map(this::party).orElse(text);
      case ItemType.Office _ -> OfficeId.parse(text).map(this::office).orElse(text);
      case ItemType.FactLine _ -> shelf.fact(text);
      case ItemType.Text _,
          ItemType.Moment _,
          ItemType.Mark _,
          ItemType.Number _,
          ItemType.YesNo _,
          ItemType.StatementDigest _ ->
          text;
    };
  }

  public Optional<ItemRule> rule(FormatId format, int number) {
    return formats.find(format).flatMap(each -> each.item(number));
  }

  /// How long until a moment, or since it, in the largest unit.
  public String away(Instant now, Instant at) {
    long minutes = Math.abs(Duration.between(now, at).toMinutes());
    String span =
        minutes < 120
            ? words().say("page.minutes", minutes)
            : minutes < 48 * 60
                ? words().say("page.hours", minutes / 60)
                : words().say("page.days", minutes / (24 * 60));
    return words().say(at.isBefore(now) ? "page.ago" : "page.in", span);
  }
}
