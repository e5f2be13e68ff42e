package org.parley.formats.directory;

import java.time.Instant;
import java.util.Optional;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.NodeId;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// How an entry came to this node, as bytes for the books.
public final class ArrivalBytes {

  private static final String KIND = "arrival/1";

  private ArrivalBytes() {}

  public static Octets write(Arrival arrival) {
    return Lines.document(
        KIND,
        out -> {
          out.text("how", arrival.how().word());
          out.text("document", arrival.document());
          out.number("number", arrival.number());
          arrival.from().ifPresent(from -> out.text("from", from));
          out.text("at", arrival.at());
          out.text("words", arrival.words());
        });
  }

  public static Checked<Arrival> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<Arrival> arrival = Part.document(bytes, KIND, issues).flatMap(ArrivalBytes::arrival);
    return arrival.isPresent() && !issues.hasErrors()
        ? new Checked.Sound<>(arrival.get(), issues.list())
        : new Checked.Refused<>(issues.list());
  }

  private static Optional<Arrival> arrival(Part part) {
    Optional<Arrival.How> how = part.parsed("how", "a way to come", Arrival.How::parse);
    Optional<Digest> document = part.digest("document");
    Optional<Long> number = part.number("number");
    Optional<NodeId> from =
        part.has("from")
            ? part.parsed("from", "a node such as XA/csirt", NodeId::parse)
            : Optional.empty();
    Optional<Instant> at = part.instant("at");
    Optional<String> words = part.text("words");
    part.fields().end();
    return how.isEmpty()
            || document.isEmpty()
            || number.isEmpty()
            || at.isEmpty()
            || words.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Arrival(how.get(), document.get(), number.get(), from, at.get(), words.get()));
  }
}
