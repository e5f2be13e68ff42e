package org.parley.desk.report;

import java.util.List;
import org.parley.core.fact.Fact;
import org.parley.core.fact.FactType;
import org.parley.desk.Shelf;

/// How the value of a fact is written into a file, told to whoever writes it.
public final class FactForm {

  private FactForm() {}

  /// The word for a type in the files and in the keys of the words.
  public static String word(FactType type) {
    return switch (type) {
      case FactType.YesNo _ -> "yes-no";
      case FactType.Ordered _ -> "ordered";
      case FactType.Choice _ -> "choice";
      case FactType.Options _ -> "set";
      case FactType.Count _ -> "count";
      case FactType.Quantity _ -> "quantity";
      case FactType.Money _ -> "money";
      case FactType.Duration _ -> "duration";
      case FactType.Share _ -> "share";
      case FactType.Instant _ -> "instant";
      case FactType.Codes _ -> "codes";
      case FactType.Group _ -> "group";
      case FactType.Text _ -> "text";
    };
  }

  /// What can be chosen, or how the value is written, with an example.
  public static String says(Fact fact, Shelf shelf) {
    List<String> options = fact.type().optionNames();
    boolean several = fact.type() instanceof FactType.Options;
    if (!options.isEmpty()) {
      return shelf
          .words()
          .say(several ? "form.any-of-these" : "form.one-of-these", String.join(", ", options));
    }
    return shelf.words().say("form." + word(fact.type())) + example(fact.type());
  }

  private static String example(FactType type) {
    return switch (type) {
      case FactType.Money _ -> ": \"350000 EUR\"";
      case FactType.Duration _ -> ": PT30H";
      case FactType.Share _ -> ": \"30 of 100\"";
      case FactType.Instant _ -> ": 2026-01-01T00:00:00Z";
      case FactType.Codes _ -> ": [AT, DE]";
      case FactType.Quantity(String unit, _, _) -> ": \"8 " + unit + "\"";
      case FactType.YesNo _,
          FactType.Ordered _,
          FactType.Choice _,
          FactType.Options _,
          FactType.Count _,
          FactType.Group _,
          FactType.Text _ ->
          "";
    };
  }
}
