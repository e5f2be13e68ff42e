package org.parley.node.messages.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.terms.Octets;
import org.parley.node.attachments.DraftFiles;

/// What was filled in of a message, field by field as typed: kept whole, so that nothing typed is
/// lost.
///
/// @param all each field with what was typed in it
public record DraftFields(SequencedMap<String, List<String>> all) {

  private static final Set<String> NOT_KEPT = Set.of("_csrf", "go");

  /// What a form never fills: what the message is tied to, and the files put to it.
  private static final List<String> FIXED =
      List.of("format", "conversation", "reply", "supersedes", "incident", DraftFiles.FIELD);

  public DraftFields {
    SequencedMap<String, List<String>> copy = new LinkedHashMap<>();
    all.forEach((name, values) -> {
      if (!NOT_KEPT.contains(name)) {
        copy.put(name, List.copyOf(values));
      }
    });
    all = copy;
  }

  public static DraftFields of(Map<String, List<String>> said) {
    return new DraftFields(new LinkedHashMap<>(said));
  }

  public static DraftFields read(Octets content) {
    SequencedMap<String, List<String>> all = new LinkedHashMap<>();
    for (String pair : content.shown().split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        all.computeIfAbsent(decoded(pair.substring(0, equals)), _ -> new ArrayList<>())
            .add(decoded(pair.substring(equals + 1)));
      }
    }
    return new DraftFields(all);
  }

  public Octets written() {
    List<String> pairs = new ArrayList<>();
    all.forEach(
        (name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    return Octets.of(String.join("&", pairs));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /// What was typed, line ends as Unix has them; empty where nothing was.
  public String text(String name) {
    List<String> values = all.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : plain(values.getFirst());
  }

  /// All that was typed or ticked under a name, line by line.
  public List<String> lines(String name) {
    return all.getOrDefault(name, List.of()).stream()
        .flatMap(each -> plain(each).lines())
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .toList();
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').strip();
  }

  public boolean has(String name) {
    return all.containsKey(name);
  }

  public boolean is(String name, String value) {
    return all.getOrDefault(name, List.of()).contains(value);
  }

  public DraftFields with(String name, String... values) {
    SequencedMap<String, List<String>> more = new LinkedHashMap<>(all);
    more.put(name, List.of(values));
    return new DraftFields(more);
  }

  public DraftFields without(String name) {
    SequencedMap<String, List<String>> fewer = new LinkedHashMap<>(all);
    fewer.remove(name);
    return new DraftFields(fewer);
  }

  /// The same with other fields in the place of those that a form brings.
  public DraftFields filled(Map<String, List<String>> form) {
    SequencedMap<String, List<String>> next = new LinkedHashMap<>(form);
    for (String fixed : FIXED) {
      next.remove(fixed);
      if (all.containsKey(fixed)) {
        next.put(fixed, all.get(fixed));
      }
    }
    return new DraftFields(next);
  }
}
