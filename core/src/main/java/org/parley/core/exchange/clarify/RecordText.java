package org.parley.core.exchange.clarify;

import java.util.List;
import java.util.Set;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// The newest record of a consultation that one party has given.
///
/// @param agreed whether its office calls it agreed; otherwise it is that office's own view
/// @param digest of the text alone: two parties that say the same text have the same one
public record RecordText(Spoken spoken, boolean agreed, Digest digest, List<Reply> replies) {

  /// What is each office's own: its reference, its wish to publish, its remarks.
  private static final Set<String> OWN = Set.of("reference", "publish", "remarks");

  public RecordText {
    replies = List.copyOf(replies);
  }

  static RecordText of(Spoken spoken, List<Spoken> all) {
    return new RecordText(
        spoken,
        spoken.text("record-kind").filter("agreed"::equals).isPresent(),
        digest(spoken),
        Request.of(spoken, all).replies());
  }

  public List<Point> points() {
    return Point.of(spoken);
  }

  public List<Measure> measures() {
    return spoken.texts("measures").stream().map(Measure::parse).toList();
  }

  /// Each text goes in behind its item's number and its own length, so no two records that read
  /// differently are written alike.
  private static Digest digest(Spoken spoken) {
    StringBuilder text = new StringBuilder();
    part(text, 0, spoken.statement().heading().languages().authentic());
    for (ItemRule rule : spoken.format().items()) {
      if (!OWN.contains(rule.key())) {
        spoken.statement().item(rule.number()).ifPresent(item -> part(text, item));
      }
    }
    return Octets.of(text.toString()).digest();
  }

  private static void part(StringBuilder text, Item item) {
    switch (item.said()) {
      case Item.Value(List<String> said) -> said.forEach(each -> part(text, item.number(), each));
      case Item.Nil() -> text.append(item.number()).append(" nil\n");
      case Item.Absent(Item.Reason reason, var words) -> {
        text.append(item.number()).append(' ').append(reason.word()).append('\n');
        words.ifPresent(each -> part(text, item.number(), each));
      }
    }
  }

  private static void part(StringBuilder text, int number, String said) {
    text.append(number).append(' ').append(said.length()).append(' ').append(said).append('\n');
  }
}
