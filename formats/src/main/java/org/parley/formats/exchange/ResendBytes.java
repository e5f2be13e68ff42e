package org.parley.formats.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.carriage.ResendRequest;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.formats.parley.Verdict;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;

/// A resend request as the exact bytes that are signed, and back.
public final class ResendBytes {

  private static final Limits LIMITS = new Limits(4 << 10, 8, 200);

  private ResendBytes() {}

  public static Octets write(ResendRequest request) {
    return JsonBytes.write(json -> {
      json.writeStringProperty("parley", "resend-request/1");
      json.writeStringProperty("realm", request.realm().word());
      JsonBytes.texts(json, "numbers", request.numbers());
    });
  }

  public static Checked<ResendRequest> read(Octets bytes) {
    Issues issues = new Issues();
    Optional<ResendRequest> request =
        JsonBytes.tree(bytes, "resend-request", LIMITS, issues)
            .flatMap(tree -> request(tree, issues));
    return Verdict.of(request, issues);
  }

  private static Optional<ResendRequest> request(Tree tree, Issues issues) {
    Typed typed = JsonBytes.typed(tree, "resend-request", issues);
    Optional<Realm> realm = typed.realm("realm");
    List<Long> numbers = new ArrayList<>();
    for (String text : typed.texts("numbers", ResendRequest.MOST, 15).orElse(List.of())) {
      if (text.matches("[1-9][0-9]{0,14}")) {
        numbers.add(Long.parseLong(text));
      } else {
        typed.refuse("slips are counted from 1");
      }
    }
    typed.end();
    if (numbers.isEmpty()) {
      typed.refuse("it asks for nothing");
    }
    return issues.hasErrors()
        ? Optional.empty()
        : realm.map(named -> new ResendRequest(named, numbers));
  }
}
