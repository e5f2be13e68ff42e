package org.parley.core.exchange.clarify;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.exchange.Item;

/// What a reply says to one point.
///
/// In a reply the words to point 2 stand on a line of their own: `2: text`, or `2: [withheld] text`
/// where the point is not answered, with the reason in the brackets.
public sealed interface Word {

  Pattern LINE = Pattern.compile("([1-9][0-9]{0,2}): ?(.*)", Pattern.DOTALL);
  Pattern REASON = Pattern.compile("\\[([a-z-]{1,30})] ?(.*)", Pattern.DOTALL);

  /// What is said with it; may be empty where the point is not answered.
  String text();

  record Answered(String text) implements Word {}

  record Unanswered(Item.Reason reason, String text) implements Word {}

  /// The line that says it.
  default String line(int point) {
    return switch (this) {
      case Answered(String text) -> point + ": " + text;
      case Unanswered(Item.Reason reason, String text) ->
          (point + ": [" + reason.word() + "] " + text).strip();
    };
  }

  /// The point that a line names itself; empty where it names none.
  static Optional<Integer> point(String line) {
    Matcher found = LINE.matcher(line);
    return found.matches() ? Optional.of(Integer.valueOf(found.group(1))) : Optional.empty();
  }

  /// What a line says, whether it names its point or not.
  static Word of(String line) {
    Matcher named = LINE.matcher(line);
    String text = named.matches() ? named.group(2) : line;
    Matcher found = REASON.matcher(text);
    if (found.matches()) {
      Optional<Item.Reason> reason = Item.Reason.parse(found.group(1));
      if (reason.isPresent()) {
        return new Unanswered(reason.get(), found.group(2));
      }
    }
    return new Answered(text);
  }
}
