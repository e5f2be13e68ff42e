package org.parley.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;

/// Reports incidents over HTTP, as an operator does.
public record Reports(ActingNode node) {

  public String report(String title) {
    return report(title, "AMBER");
  }

  /// @return the path of the incident
  public String report(String title, String tlp) {
    String id = UUID.randomUUID().toString();
    HttpResponse<String> sent =
        node.browser("operator")
            .post(
                "/report",
                "/report",
                Form.of(
                    "incident",
                    id,
                    "title",
                    title,
                    "words",
                    "Since three.",
                    "aware",
                    "2026-11-20 04:05",
                    "aware.zone",
                    "UTC",
                    "f.availability",
                    "unavailable",
                    "f.usersAffected",
                    "40 000",
                    "tlp",
                    tlp));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
    return "/incidents/" + id;
  }

  /// A form sent to a case, which must be taken.
  public void done(TestNode.Browser who, String path, String deed, String... fields) {
    HttpResponse<String> answer = who.post(path, path + "/" + deed, Form.of(fields));
    assertThat(answer.statusCode()).as(deed + ": " + answer.body()).isEqualTo(303);
  }
}
