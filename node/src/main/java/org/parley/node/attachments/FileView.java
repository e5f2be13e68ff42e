package org.parley.node.attachments;

import java.util.List;
import java.util.Optional;
import org.parley.core.exchange.Attachment;

/// A file of a statement as its page shows it.
///
/// @param path where it is taken away; empty where it is not here, or not sent yet
/// @param told how far it came, in the reader's words
public record FileView(Attachment named, Optional<String> path, List<String> told) {
  public FileView {
    told = List.copyOf(told);
  }

  public static List<FileView> preview(List<Attachment> attachments) {
    return attachments.stream()
        .map(each -> new FileView(each, Optional.empty(), List.of()))
        .toList();
  }
}
