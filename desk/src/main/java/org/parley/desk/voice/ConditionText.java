package org.parley.desk.voice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.scale.Condition;
import org.parley.core.terms.Citation;

/// Tells the conditions of an edition in words, one a line, parts further in.
///
/// What an edition gives a name and uses again is told in full once.
final class ConditionText {

  private final ScaleVoice voice;
  private final Page page;
  private final Words words;
  private final Set<String> told = new HashSet<>();

  ConditionText(ScaleVoice voice, Page page) {
    this.voice = voice;
    this.page = page;
    this.words = voice.words();
  }

  void tell(Condition condition, int indent) {
    tell(condition, indent, "");
  }

  /// @param above what the line above says, which need not be said again
  private void tell(Condition condition, int indent, String above) {
    if (condition instanceof Condition.Named(String name, Condition body, var notes)
        && voice.labels().find("conditions." + name).isPresent()
        && parts(body) > 1
        && !told.add(name)) {
      String again = words.say("condition.as-above", said(condition));
      page.paragraph(indent, 2, "· " + again + cited(notes.cite().stream().toList()));
      return;
    }
    if (condition instanceof Condition.NoneOf(var parts, var notes)
        && notes.label().isEmpty()
        && parts.size() == 1
        && parts.getFirst() instanceof Condition.Passes only
        && only.notes().label().isEmpty()) {
      String none = words.say("join.none") + " " + test(only);
      page.paragraph(indent, 2, "· " + none + cites(condition));
      return;
    }
    String said = said(condition);
    boolean repeats = said.equals(above);
    if (!repeats) {
      String joined = joiner(condition).filter(_ -> parts(condition) > 1).orElse("");
      String line = joined.isEmpty() ? said : words.say("line.labelled", said, joined);
      page.paragraph(indent, 2, "· " + line + cites(condition));
    }
    parts(condition, repeats ? indent : indent + 2, said);
  }

  private String said(Condition condition) {
    return voice.phrases().condition(condition);
  }

  /// How the parts of a condition with a label of its own are joined.
  private Optional<String> joiner(Condition condition) {
    return switch (condition) {
      case Condition.CountOf(_, int atLeast, var wording, var notes) ->
          notes.label().isEmpty()
              ? Optional.empty()
              : switch (wording) {
                case ANY -> Optional.of(words.say("join.any"));
                case ALL -> Optional.of(words.say("join.all"));
                case COUNT -> Optional.of(words.say("join.at-least", atLeast));
                case CAUSED_OR_CAPABLE -> Optional.empty();
              };
      case Condition.Named(_, Condition body, _) ->
          isSaidAlike(condition, body) ? joiner(body) : Optional.empty();
      case Condition.NoneOf _, Condition.Passes _, Condition.Always _ -> Optional.empty();
    };
  }

  private boolean isSaidAlike(Condition one, Condition other) {
    return said(one).equals(said(other));
  }

  private static int parts(Condition condition) {
    return switch (condition) {
      case Condition.CountOf(var parts, _, Condition.Wording wording, _) ->
          wording == Condition.Wording.CAUSED_OR_CAPABLE ? 1 : parts.size();
      case Condition.NoneOf(var parts, _) -> parts.size();
      case Condition.Named(_, Condition body, _) -> parts(body);
      case Condition.Passes _, Condition.Always _ -> 1;
    };
  }

  private void parts(Condition condition, int indent, String above) {
    switch (condition) {
      case Condition.CountOf(var parts, _, Condition.Wording wording, var notes) -> {
        if (wording != Condition.Wording.CAUSED_OR_CAPABLE) {
          parts.forEach(part -> tell(part, indent, joined(above, condition)));
        } else if (notes.label().isPresent()) {
          tell(parts.getFirst(), indent, above);
        }
      }
      case Condition.NoneOf(var parts, var notes) -> none(parts, notes.label().isPresent(), indent);
      case Condition.Named(_, Condition body, _) -> {
        if (!(body instanceof Condition.Passes passes) || passes.notes().label().isPresent()) {
          tell(body, indent, above);
        }
      }
      case Condition.Passes passes -> {
        if (passes.notes().label().isPresent()) {
          page.paragraph(indent, 2, test(passes));
        }
      }
      case Condition.Always _ -> {}
    }
  }

  /// An unlabelled "at least one of these" within another one says nothing new.
  private String joined(String above, Condition condition) {
    return condition.notes().label().isEmpty() && above.equals(words.say("join.any")) ? above : "";
  }

  private void none(List<Condition> parts, boolean labelled, int indent) {
    if (!labelled) {
      parts.forEach(part -> tell(part, indent, ""));
    } else if (parts.size() == 1 && parts.getFirst() instanceof Condition.Passes only) {
      page.paragraph(indent, 2, words.say("join.none") + " " + test(only));
    } else {
      page.paragraph(indent, 2, words.say("join.none"));
      parts.forEach(part -> tell(part, indent + 2, ""));
    }
  }

  private String test(Condition.Passes passes) {
    return voice.phrases().quantity(passes.quantity())
        + ": "
        + voice.phrases().test(passes.quantity(), passes.test());
  }

  /// The sources of a condition, with those of a part that says the same.
  private String cites(Condition condition) {
    List<Citation> cites = new ArrayList<>(condition.notes().cite().stream().toList());
    if (condition instanceof Condition.Named(_, Condition body, _)
        && isSaidAlike(condition, body)) {
      body.notes().cite().filter(cite -> !cites.contains(cite)).ifPresent(cites::add);
    }
    return cited(cites);
  }

  private String cited(List<Citation> cites) {
    return cites.isEmpty()
        ? ""
        : page.paint()
            .faint(
                "  [" + String.join(", ", cites.stream().map(Citation::toString).toList()) + "]");
  }
}
