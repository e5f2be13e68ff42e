package org.parley.node.permit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.node.TestNode;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every way into the node has a row in the table, and every row is a way in.
class RoutesTest {

  @Test
  void everyWayInHasARowAndEveryRowIsAWayIn() {
    Set<String> rows =
        Routes.TABLE.stream()
            .map(route -> route.method() + " " + route.pattern())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(rows).hasSameSizeAs(Routes.TABLE);
    assertThat(rows).containsExactlyElementsOf(ways());
  }

  @Test
  void nothingButOperationsAnswersRequests() {
    assertThat(mappings().keySet().stream().filter(name -> !name.equals("errorPageFilter")))
        .allMatch(name -> name.endsWith("HandlerMapping") || name.endsWith("Mapping"));
    assertThat(
            mappings().values().stream()
                .filter(mapping ->
                    mapping
                            instanceof
                            org.springframework.web.servlet.handler.AbstractUrlHandlerMapping urls
                        && !urls.getHandlerMap().isEmpty()))
        .as("handlers of addresses beside the operations")
        .isEmpty();
  }

  private static java.util.Map<String, HandlerMapping> mappings() {
    return TestNode.shared().context().getBeansOfType(HandlerMapping.class);
  }

  private static Set<String> ways() {
    Set<String> ways = new TreeSet<>();
    for (HandlerMapping mapping : mappings().values()) {
      if (mapping instanceof RequestMappingHandlerMapping operations) {
        operations.getHandlerMethods().keySet().forEach(way -> ways.addAll(ways(way)));
      }
    }
    return ways;
  }

  private static List<String> ways(RequestMappingInfo way) {
    List<String> found = new ArrayList<>();
    for (String pattern : way.getPatternValues()) {
      Set<?> methods = way.getMethodsCondition().getMethods();
      if (methods.isEmpty()) {
        found.add("ANY " + pattern);
      } else {
        methods.forEach(method -> found.add(method + " " + pattern));
      }
    }
    return found;
  }
}
