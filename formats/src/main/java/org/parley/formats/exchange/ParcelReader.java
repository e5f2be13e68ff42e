package org.parley.formats.exchange;

import java.util.Optional;
import org.parley.core.exchange.carriage.Parcel;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;

/// Reads a parcel from the bytes that were sealed: one of the padded sizes, no unknown fields, and
/// nothing but noughts in the padding, so that nothing hides there.
public final class ParcelReader {

  private static final Limits LIMITS = new Limits(10 << 20, 4, 20);

  private ParcelReader() {}

  public static Checked<Parcel> read(Octets bytes) {
    Issues issues = new Issues();
    if (!ParcelWriter.isPaddedSize(bytes.size())) {
      issues.add(
          IssueCode.PADDING_WRONG,
          Place.of("parcel"),
          "%d bytes is none of the sizes to which parcels are padded".formatted(bytes.size()));
      return Verdict.of(Optional.empty(), issues);
    }
    Optional<Parcel> parcel =
        JsonBytes.tree(bytes, "parcel", LIMITS, issues).flatMap(tree -> parcel(tree, issues));
    return Verdict.of(parcel, issues);
  }

  private static Optional<Parcel> parcel(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, "parcel", issues);
    Optional<Octets> slip = typed.octets("slip");
    Optional<Octets> enclosed = typed.octets("enclosed");
    typed
        .fields()
        .needText("padding")
        .filter(text -> !text.text().chars().allMatch(each -> each == '0'))
        .ifPresent(text ->
            issues.add(
                IssueCode.PADDING_WRONG,
                Place.of("parcel"),
                "something other than noughts stands in the padding"));
    typed.end();
    return issues.hasErrors() || slip.isEmpty() || enclosed.isEmpty()
        ? Optional.empty()
        : Optional.of(new Parcel(slip.get(), enclosed.get()));
  }
}
