package org.parley.node.incidents.page;

import java.util.List;
import java.util.Map;

/// What somebody typed into one form that could not be taken, to be shown again.
///
/// @param form which of the forms of a page it was; empty where nothing came back
public record Typed(String form, Map<String, List<String>> fields) {

  public static final Typed NOTHING = new Typed("", Map.of());

  public String of(String asked, String field) {
    List<String> values = form.equals(asked) ? fields.getOrDefault(field, List.of()) : List.of();
    return values.isEmpty() ? "" : values.getFirst();
  }

  public boolean is(String asked) {
    return form.equals(asked);
  }

  /// What was typed into one of several like forms: the one that carries this value, under a name
  /// of its own.
  public Typed one(String asked, String field, String value, String name) {
    return form.equals(asked) && of(asked, field).equals(value) ? new Typed(name, fields) : NOTHING;
  }

  /// The same, or what stands there otherwise.
  public String or(String asked, String field, String otherwise) {
    return form.equals(asked) ? of(asked, field) : otherwise;
  }
}
