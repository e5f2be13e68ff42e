package org.parley.node.messages.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.handling.Tlp;
import org.parley.node.attachments.Attaching;
import org.parley.node.attachments.DraftFile;
import org.parley.node.attachments.DraftFiles;
import org.parley.node.web.Problem;

/// A message while it is written.
///
/// @param offices to whom it can go
/// @param released facts of the incident that it is written from, each a line that can be ticked
/// @param levels of the State's own scale, by their keys; empty where the format releases no facts
/// @param ceiling the strictest marking that the node may hold
/// @param pointer whether to offer a record of who holds it, in the place of what is above the
///   ceiling
public record DraftPage(
    UUID id,
    Format format,
    DraftFields fields,
    Choices choices,
    List<Problem> problems,
    boolean pointer,
    MessageSpeech speech) {

  public DraftPage {
    problems = List.copyOf(problems);
  }

  /// What can be chosen.
  ///
  /// @param files of the incident that it is written from, which can be put to it
  /// @param second how the second language calls itself; empty where none is chosen
  public record Choices(
      List<OfficeId> offices,
      List<Fact> released,
      List<Attaching.Offer> files,
      Map<String, String> levels,
      Tlp ceiling,
      String second) {
    public Choices {
      offices = List.copyOf(offices);
      released = List.copyOf(released);
      files = List.copyOf(files);
    }
  }

  /// A fact that can be released.
  ///
  /// @param line as it is sent
  /// @param shown as the reader knows it
  public record Fact(String line, String shown, String marking) {}

  /// The files put to it.
  public List<DraftFile> files() {
    return DraftFiles.of(fields);
  }

  public String path() {
    return "/drafts/" + id;
  }

  public String field(ItemRule rule) {
    return "i." + rule.number();
  }

  public String anchor(ItemRule rule) {
    return "i-" + rule.number();
  }

  /// What was typed by hand under an item, without the facts that were ticked.
  public String typed(ItemRule rule) {
    return rule.several()
        ? String.join(
            "\n",
            fields.lines(field(rule)).stream()
                .filter(
                    line -> choices.released().stream().noneMatch(fact -> fact.line().equals(line)))
                .toList())
        : fields.text(field(rule));
  }

  public String translation(ItemRule rule) {
    return fields.text("t." + rule.number());
  }

  /// How the item is answered: with a value unless another way was chosen.
  public String how(ItemRule rule) {
    String how = fields.text(field(rule) + ".how");
    return how.isEmpty() ? "value" : how;
  }

  /// How an office gets it: `to`, `copy` or not at all.
  public String recipient(OfficeId office) {
    return fields.text("r." + office);
  }

  public Optional<Problem> wrong(String anchor) {
    return Problem.at(problems, anchor);
  }
}
