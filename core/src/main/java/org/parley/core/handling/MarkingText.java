package org.parley.core.handling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Party;

/// A marking as a text that can be read back, whatever words are in it: a part on each line.
public final class MarkingText {

  private static final String PAP = "PAP:";
  private static final String GRADE = "grade ";
  private static final String UNKNOWN = "unknown ";

  private MarkingText() {}

  public static String write(Marking marking) {
    List<String> lines = new ArrayList<>();
    lines.add("TLP:" + marking.tlp().word());
    marking.pap().ifPresent(pap -> lines.add(PAP + pap.name()));
    marking.grades().forEach(each -> lines.add(GRADE + each.state() + " " + kept(each.words())));
    marking.unknown().forEach(each -> lines.add(UNKNOWN + kept(each)));
    return String.join("\n", lines);
  }

  /// Empty where the text was not written by [#write].
  public static Optional<Marking> read(String text) {
    List<String> lines = List.of(text.split("\n", -1));
    Optional<Marking> marking = Tlp.parse(lines.getFirst()).map(Marking::of);
    for (String line : lines.subList(1, lines.size())) {
      marking = marking.flatMap(before -> with(before, line));
    }
    return marking;
  }

  private static Optional<Marking> with(Marking before, String line) {
    if (line.startsWith(PAP)) {
      return Pap.parse(line)
          .map(pap ->
              new Marking(before.tlp(), Optional.of(pap), before.grades(), before.unknown()));
    }
    if (line.startsWith(UNKNOWN)) {
      return words(line.substring(UNKNOWN.length())).map(before::withUnknown);
    }
    int blank = line.indexOf(' ', GRADE.length());
    return !line.startsWith(GRADE) || blank < 0
        ? Optional.empty()
        : Party.parse(line.substring(GRADE.length(), blank))
            .flatMap(state ->
                words(line.substring(blank + 1))
                    .map(words -> before.graded(new SecrecyGrade(state, words))));
  }

  private static String kept(String words) {
    return words.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static Optional<String> words(String kept) {
    StringBuilder words = new StringBuilder();
    for (int at = 0; at < kept.length(); at++) {
      char each = kept.charAt(at);
      if (each == '\\' && at + 1 < kept.length()) {
        at++;
        words.append(kept.charAt(at) == 'n' ? '\n' : kept.charAt(at));
      } else {
        words.append(each);
      }
    }
    String said = words.toString();
    return said.isBlank() || said.length() > Marking.LONGEST ? Optional.empty() : Optional.of(said);
  }
}
