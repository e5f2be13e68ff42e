package org.parley.core.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.core.engine.block.Block;
import org.parley.core.engine.block.Outlook;
import org.parley.core.engine.block.Prospect;
import org.parley.core.engine.diagram.Sweep;
import org.parley.core.engine.drawing.Drawing;
import org.parley.core.engine.drawing.GradeCodes;
import org.parley.core.engine.formula.Atom;
import org.parley.core.engine.space.Space;
import org.parley.core.fact.Sheet;
import org.parley.core.outcome.Flip;
import org.parley.core.outcome.OpenQuestion;
import org.parley.core.outcome.OpenQuestion.Answer;
import org.parley.core.outcome.Region;

/// Asks of one sheet what is still open, and what single change would make a difference.
final class Inquiry {

  private final Drawing drawing;
  private final GradeCodes codes;
  private final Sheet sheet;
  private final Sweep sweep;

  Inquiry(Drawing drawing, GradeCodes codes, Sheet sheet) {
    this.drawing = drawing;
    this.codes = codes;
    this.sheet = sheet;
    Space space = drawing.space();
    this.sweep =
        new Sweep(
            drawing.grades(),
            new Look(drawing, sheet).ways(),
            space.firstVariables(),
            space.sizes());
  }

  /// The most telling first: by the largest number of grades that an answer leaves, then by how
  /// many grades its answers leave on average, then in the order of the rule.
  List<OpenQuestion> questions() {
    List<OpenQuestion> questions = new ArrayList<>();
    if (Long.bitCount(sweep.values()) > 1) {
      for (int number = 0; number < drawing.space().blocks().size(); number++) {
        Block block = drawing.space().blocks().get(number);
        List<Answer> answers =
            block.answers(sheet, outlook(number)).stream()
                .map(one -> new Answer(one.region(), codes.grades(one.grades())))
                .toList();
        if (!answers.isEmpty()) {
          questions.add(new OpenQuestion(block.open(sheet), answers));
        }
      }
    }
    questions.sort(
        Comparator.comparingInt(OpenQuestion::widestLeft)
            .thenComparingDouble(Inquiry::averageLeft));
    return List.copyOf(questions);
  }

  private static double averageLeft(OpenQuestion question) {
    return question.answers().stream()
        .mapToInt(answer -> answer.leaves().size())
        .average()
        .orElse(0);
  }

  List<Flip> flips() {
    List<Flip> flips = new ArrayList<>();
    for (int number = 0; number < drawing.space().blocks().size(); number++) {
      Block block = drawing.space().blocks().get(number);
      for (Prospect change : block.changes(sheet, outlook(number))) {
        flips.add(new Flip(change.region(), codes.grades(change.grades())));
      }
    }
    return List.copyOf(flips);
  }

  private Outlook outlook(int block) {
    int first = drawing.space().firstVariables()[block];
    return new Outlook() {
      @Override
      public long grades() {
        return codes.answered(sweep.values());
      }

      @Override
      public long gradesAt(int variable, int cell) {
        return codes.answered(sweep.valuesAt(first + variable, cell));
      }

      @Override
      public boolean matters(int variable) {
        return sweep.matters(first + variable);
      }

      @Override
      public Region.Claim claim(Atom atom, boolean passes) {
        return drawing.claim(atom, passes);
      }
    };
  }
}
