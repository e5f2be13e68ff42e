package org.parley.formats.parley.message;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.parley.Scalars;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Fields;
import org.parley.formats.tree.Tree;

/// Reads one edition of a format: handbook/exchange.md.
public final class FormatReader {

  private static final Duration LONGEST_CLOCK = Duration.ofDays(366);

  private static final Map<String, OfficeKind> OFFICES = offices();

  private static final Map<String, Format.Bond> BONDS = bonds();

  private final Issues issues = new Issues();
  private final Scalars scalars = new Scalars(issues);

  private FormatReader() {}

  public static Checked<Format> read(Tree tree) {
    FormatReader reader = new FormatReader();
    return Verdict.of(reader.format(tree), reader.issues);
  }

  private Optional<Format> format(Tree tree) {
    Fields fields = Fields.of(tree, "the format", issues);
    Optional<Integer> number = fields.needText("format").flatMap(this::number);
    Optional<Integer> edition =
        fields.needText("edition").flatMap(text -> scalars.whole(text, 1, 99));
    Optional<String> key = fields.needText("key").filter(scalars::isKey).map(Tree.Text::text);
    Optional<String> title = fields.needText("title").map(Tree.Text::text);
    Optional<String> means = fields.needText("means").map(Tree.Text::text);
    fields.needText("authority").ifPresent(this::draft);
    Format.Use use = use(fields);
    List<ItemRule> items = items(fields);
    fields.end();
    boolean basis = items.stream().anyMatch(item -> item.key().equals(Format.LEGAL_BASIS));
    if (use.request() && !basis) {
      issues.add(
          IssueCode.MISSING_KEY,
          fields.place(),
          "a request says on which rule or measure it rests",
          "add an item with the key \"%s\"".formatted(Format.LEGAL_BASIS));
    }
    if (number.isEmpty()
        || edition.isEmpty()
        || key.isEmpty()
        || title.isEmpty()
        || means.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Format(
            new FormatId(number.get(), edition.get()),
            key.get(),
            title.get(),
            means.get(),
            use,
            items));
  }

  /// No body has adopted a format yet; when one does, the word for it comes with its source.
  private void draft(Tree.Text text) {
    scalars.word(text, "authority", Map.of("draft", true));
  }

  private Optional<Integer> number(Tree.Text text) {
    Optional<Integer> number = FormatId.parseNumber(text.text());
    if (number.isEmpty()) {
      issues.add(
          IssueCode.WRONG_TYPE,
          text.place(),
          Scalars.quoted(text.text()) + " is no number of a format",
          "write it as C3");
    }
    return number;
  }

  private Format.Use use(Fields fields) {
    Set<OfficeKind> senders = EnumSet.noneOf(OfficeKind.class);
    for (Tree each : fields.needList("from").orElse(List.of())) {
      Fields.text(each, "who may send", issues)
          .flatMap(text -> scalars.word(text, "kind of office", OFFICES))
          .ifPresent(senders::add);
    }
    Optional<Format.Bond> bond =
        fields.needText("stands").flatMap(text -> scalars.word(text, "bond", BONDS));
    Set<Integer> answers = new TreeSet<>();
    for (Tree each : fields.list("answers").orElse(List.of())) {
      Fields.text(each, "what it answers", issues).flatMap(this::number).ifPresent(answers::add);
    }
    boolean request = yes(fields, "request");
    boolean exerciseOnly = yes(fields, "exerciseOnly");
    Optional<Duration> within = fields.text("replyWithin").flatMap(this::duration);
    if (bond.filter(each -> each == Format.Bond.ANSWER).isPresent() && answers.isEmpty()) {
      issues.add(
          IssueCode.MISSING_KEY, fields.place(), "a format that answers says which it answers");
    }
    return new Format.Use(
        senders, bond.orElse(Format.Bond.FREE), answers, request, exerciseOnly, within);
  }

  private boolean yes(Fields fields, String key) {
    return fields.text(key).flatMap(scalars::yesNo).orElse(false);
  }

  private Optional<Duration> duration(Tree.Text text) {
    try {
      Duration within = Duration.parse(text.text());
      if (within.isPositive() && within.compareTo(LONGEST_CLOCK) <= 0) {
        return Optional.of(within);
      }
    } catch (DateTimeException wrong) {
      // told below
    }
    issues.add(
        IssueCode.WRONG_TYPE,
        text.place(),
        Scalars.quoted(text.text()) + " is no time span up to a year",
        "write PT48H");
    return Optional.empty();
  }

  private List<ItemRule> items(Fields fields) {
    List<ItemRule> items = new ArrayList<>();
    Set<Integer> numbers = new TreeSet<>();
    Set<String> keys = new TreeSet<>();
    for (Tree each : fields.needList("items").orElse(List.of())) {
      Optional<ItemRule> item = new ItemReader(each, issues).read();
      item.ifPresent(rule -> {
        boolean first = numbers.add(rule.number()) & keys.add(rule.key());
        boolean later = items.isEmpty() || items.getLast().number() < rule.number();
        if (!first || !later) {
          issues.add(
              IssueCode.DUPLICATE_KEY,
              each.place(),
              "item %d \"%s\" repeats a number or key, or stands out of order"
                  .formatted(rule.number(), rule.key()));
        }
        items.add(rule);
      });
    }
    return items;
  }

  private static Map<String, OfficeKind> offices() {
    Map<String, OfficeKind> words = new LinkedHashMap<>();
    for (OfficeKind kind : OfficeKind.values()) {
      words.put(kind.word(), kind);
    }
    return words;
  }

  private static Map<String, Format.Bond> bonds() {
    Map<String, Format.Bond> words = new LinkedHashMap<>();
    words.put("alone", Format.Bond.FREE);
    words.put("answers", Format.Bond.ANSWER);
    words.put("succeeds", Format.Bond.SUCCESSOR);
    return words;
  }
}
