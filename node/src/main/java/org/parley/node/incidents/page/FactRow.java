package org.parley.node.incidents.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Said;
import org.parley.core.fact.FactKey;
import org.parley.core.fact.Stated;
import org.parley.core.fact.Statement;

/// What was said about one fact.
///
/// @param said what counts, one or several side by side
/// @param before what no longer counts
public record FactRow(FactKey key, String name, List<Line> said, List<Line> before) {

  public boolean isBeside() {
    return said.size() > 1;
  }

  /// One statement.
  ///
  /// @param side who says it: an office or the operator
  /// @param marking where it is marked more strictly than the incident
  /// @param why why it no longer counts
  public record Line(
      int number,
      String value,
      String side,
      Statement.Origin origin,
      Optional<String> marking,
      String why) {

    /// When it held, where that is a moment and not a day.
    public Optional<Instant> asOf() {
      return origin.asOf().filter(text -> text.endsWith("Z")).map(Instant::parse);
    }
  }

  static FactRow of(Casefile state, FactKey key, Speech speech) {
    List<Said> all = state.facts().said().stream().filter(said -> said.key().equals(key)).toList();
    return new FactRow(
        key,
        speech.values(key).name(key),
        all.stream().filter(Said::counts).map(said -> line(state, said, speech)).toList(),
        all.stream()
            .filter(said -> !said.counts())
            .map(said -> line(state, said, speech))
            .toList());
  }

  private static Line line(Casefile state, Said said, Speech speech) {
    boolean apart = !state.marking().of(said).equals(state.marking().whole());
    return new Line(
        said.number(),
        value(said, speech),
        speech.side(said.by()),
        said.statement().origin(),
        apart ? Optional.of(state.marking().of(said).toString()) : Optional.empty(),
        why(said, speech));
  }

  private static String value(Said said, Speech speech) {
    Stated stated = said.statement().stated();
    String text = speech.values(said.key()).stated(said.key(), stated);
    return switch (stated) {
      case Stated.Unknown(String why) -> speech.words().say("line.labelled", text, why);
      case Stated.NotApplicable(String why) -> speech.words().say("line.labelled", text, why);
      case Stated.Exactly _,
          Stated.Between _,
          Stated.OneOf _,
          Stated.SetBetween _,
          Stated.CodesBetween _ ->
          text;
    };
  }

  private static String why(Said said, Speech speech) {
    return switch (said.standing()) {
      case Said.Standing.Counts() -> "";
      case Said.Standing.Replaced _ -> speech.words().say("page.fact.replaced");
      case Said.Standing.SetAside(_, String reason) ->
          reason.isEmpty()
              ? speech.words().say("page.fact.set-aside")
              : speech
                  .words()
                  .say("line.labelled", speech.words().say("page.fact.set-aside"), reason);
      case Said.Standing.Withdrawn(String reason) ->
          speech.words().say("line.labelled", speech.words().say("page.fact.withdrawn"), reason);
    };
  }
}
