package org.parley.node;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

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

  /// Each field with its value, in order.
  public void each(BiConsumer<String, String> field) {
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      field.accept(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
    }
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
