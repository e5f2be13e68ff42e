package org.parley.duties.contacts;

import java.util.Map;
import java.util.TreeMap;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;

/// What each node of a network knows already, in the open book: of each State's sheet and of each
/// campaign the number, by what we told it and it told us.
record Told(Book book, Realm realm) {

  private static final String STREAM = "stated-told/";

  /// By State, or by [CampaignBook#topic].
  Map<String, Long> of(NodeId node) {
    Map<String, Long> told = new TreeMap<>();
    book.histories()
        .last(realm, STREAM + node)
        .ifPresent(lines ->
            lines
                .shown()
                .lines()
                .map(line -> line.split(" "))
                .forEach(each -> told.put(each[0], Long.parseLong(each[1]))));
    return told;
  }

  /// Notes what a node knows now. A number may be lower than the one before, where the node has
  /// shown that it lost what it knew; it is then told again.
  void note(NodeId node, Map<String, Long> numbers) {
    Map<String, Long> told = of(node);
    Map<String, Long> now = new TreeMap<>(told);
    now.putAll(numbers);
    if (!now.equals(told)) {
      StringBuilder lines = new StringBuilder();
      now.forEach((topic, number) -> lines.append(topic).append(' ').append(number).append('\n'));
      int length = book.histories().length(realm, STREAM + node);
      book.histories().append(realm, STREAM + node, length, Octets.of(lines.toString()));
    }
  }
}
