package org.parley.node;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Fields of a form, in order; a name may come more than once.
public record Form(List<String> pairs) {

  public static Form of(String... namesAndValues) {
    Form form = new Form(List.of());
    for (int at = 0; at < namesAndValues.length; at += 2) {
      form = form.with(namesAndValues[at], namesAndValues[at + 1]);
    }
    return form;
  }

  public Form with(String name, String value) {
    List<String> more = new ArrayList<>(pairs);
    more.add(encode(name) + "=" + encode(value));
    return new Form(more);
  }

  public String encoded() {
    return String.join("&", pairs);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
