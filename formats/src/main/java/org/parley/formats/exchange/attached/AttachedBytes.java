package org.parley.formats.exchange.attached;

import java.util.Base64;
import java.util.Optional;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.carriage.Attached;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.exchange.Typed;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;

/// A file that belongs to a statement as the exact bytes that are signed, and back.
public final class AttachedBytes {

  private static final Limits LIMITS = new Limits(Attachment.LARGEST / 3 * 4 + (1 << 10), 4, 20);

  private AttachedBytes() {}

  public static Octets write(Attached attached) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "attachment/1");
      json.writeStringProperty("statement", attached.statement().hex());
      json.writeStringProperty(
          "bytes", Base64.getEncoder().encodeToString(attached.bytes().toArray()));
    });
  }

  public static Checked<Attached> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<Attached> attached =
        JsonBytes.tree(bytes, "attachment", LIMITS, issues).flatMap(tree -> attached(tree, issues));
    return Verdict.of(attached, issues);
  }

  private static Optional<Attached> attached(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, "attachment", issues);
    Optional<Digest> statement = typed.digest("statement");
    Optional<Octets> bytes = typed.octets("bytes");
    typed.end();
    if (bytes.filter(each -> each.size() > Attachment.LARGEST).isPresent()) {
      typed.refuse("a file has at most " + Attachment.LARGEST + " bytes");
    }
    return issues.hasErrors() || statement.isEmpty()
        ? Optional.empty()
        : bytes.map(each -> new Attached(statement.get(), each));
  }
}
