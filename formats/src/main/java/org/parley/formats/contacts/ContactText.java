package org.parley.formats.contacts;

import java.util.Optional;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issues;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.parley.Verdict;

/// One office as a line of JSON, to be carried from a page to the next.
public final class ContactText {

  private static final String KIND = "contact";

  private ContactText() {}

  public static String of(Contact contact) {
    return JsonBytes.write(
            json -> {
              json.writeStringProperty("parley", KIND + "/1");
              new ContactWriter(json).write(contact);
            })
        .shown();
  }

  public static Checked<Contact> read(String text) {
    Issues issues = new Issues();
    Optional<Contact> contact =
        JsonBytes.tree(Octets.of(text), KIND, JsonBytes.SIGNED, issues)
            .flatMap(tree -> ContactReading.read(JsonBytes.typed(tree, KIND, issues)))
            .filter(_ -> !issues.hasErrors());
    return Verdict.of(contact, issues);
  }
}
