package org.parley.node.messages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.format.Format;
import org.parley.core.exchange.format.ItemRule;
import org.parley.core.exchange.format.ItemType;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.scale.ScaleEdition;
import org.parley.core.terms.Party;
import org.parley.core.terms.ScaleId;
import org.parley.duties.RecomputeSeverity;
import org.parley.formats.library.EditionName;
import org.parley.formats.library.Library;
import org.parley.node.messages.page.DraftFields;
import org.parley.node.messages.page.PreviewPage;
import org.parley.node.web.Problem;

/// What the released facts alone give: on the State's own scale, as the block that is sent; on the
/// recipients' scales, to be read before sending.
///
/// @param own the State's own scale
record SeverityBlock(Library library, PostRoom.Desk desk, Format format, ScaleId own) {

  /// The number of the item that releases facts, where the format has one.
  Optional<Integer> item() {
    return format.items().stream()
        .filter(rule -> rule.type() instanceof ItemType.FactLine)
        .map(ItemRule::number)
        .findFirst();
  }

  Optional<ScaleEdition> edition() {
    return newest(own);
  }

  private Optional<ScaleEdition> newest(ScaleId scale) {
    return library.editions(scale).stream()
        .reduce((_, newer) -> newer)
        .map(name -> library.edition(name).orThrow());
  }

  private List<String> facts(DraftFields fields) {
    return item().map(number -> fields.lines("i." + number)).orElse(List.of());
  }

  /// The block that is sent, where it is wanted and facts are released.
  Optional<Severity> read(DraftFields fields, List<Problem> problems) {
    List<String> facts = facts(fields);
    Optional<ScaleEdition> edition = edition();
    if (!fields.has("severity") || edition.isEmpty() || facts.isEmpty()) {
      return Optional.empty();
    }
    Checked<List<String>> possible = possible(edition.get(), facts);
    if (!(possible instanceof Checked.Sound<List<String>>(List<String> grades, _))) {
      String field = DraftReader.anchor("i." + item().orElseThrow());
      possible.issues().stream()
          .filter(Issue::isError)
          .forEach(issue -> problems.add(Problem.of(field, issue)));
      return Optional.empty();
    }
    ScaleEdition ours = edition.get();
    Severity.Edition exact =
        new Severity.Edition(ours.heading().id(), ours.heading().edition(), ours.digest());
    Optional<Severity.Stated> stated =
        Optional.of(fields.text("level"))
            .filter(level -> !level.isEmpty())
            .map(level ->
                new Severity.Stated(exact.scale(), exact.edition(), level, Optional.empty()));
    return Optional.of(
        new Severity(
            stated,
            Optional.of(new Severity.Basis(exact, facts, grades)),
            desk.station().chance().draw(Item.SALT_BYTES)));
  }

  private Checked<List<String>> possible(ScaleEdition edition, List<String> facts) {
    LocalDate day = LocalDate.ofInstant(desk.station().now(), ZoneOffset.UTC);
    return new RecomputeSeverity(library).possible(edition, facts, day);
  }

  /// What the scales of these States that we know say of the same facts.
  List<PreviewPage.Elsewhere> elsewhere(DraftFields fields, List<Party> parties) {
    List<String> facts = facts(fields);
    List<PreviewPage.Elsewhere> found = new ArrayList<>();
    if (facts.isEmpty()) {
      return found;
    }
    for (Party party : parties) {
      String issuer = party.code().toLowerCase(Locale.ROOT) + "/";
      library.editions().stream()
          .map(EditionName::scale)
          .filter(scale -> scale.toString().startsWith(issuer))
          .distinct()
          .forEach(scale ->
              newest(scale)
                  .ifPresent(edition -> {
                    if (possible(edition, facts)
                        instanceof Checked.Sound<List<String>>(List<String> grades, _)) {
                      EditionName name =
                          new EditionName(edition.heading().id(), edition.heading().edition());
                      found.add(new PreviewPage.Elsewhere(party, name, grades));
                    }
                  }));
    }
    return found;
  }
}
