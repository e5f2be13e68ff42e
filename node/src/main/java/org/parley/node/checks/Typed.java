package org.parley.node.checks;

import java.util.List;
import java.util.Optional;
import org.parley.node.web.Problem;
import org.springframework.util.MultiValueMap;

/// What was typed into a form before, and what is wrong with it.
public record Typed(MultiValueMap<String, String> said, List<Problem> problems) {

  public String text(String name) {
    return Optional.ofNullable(said.getFirst(name)).orElse("");
  }

  public boolean has(String name, String value) {
    return said.getOrDefault(name, List.of()).contains(value);
  }

  /// Whether nothing was typed yet.
  public boolean isNew() {
    return said.isEmpty();
  }

  public Optional<String> wrong(String name) {
    return Problem.at(problems, name).map(Problem::says);
  }
}
