package org.parley.node.brief;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.exchange.Attachment;
import org.parley.desk.brief.Brief;

/// The files of messages as a brief tells them: how many, and by their names. Nothing of what is in
/// them is told, and a name that is itself an indicator is left out.
final class FileNames {

  /// Endings by which a name is a file's, where it could as well be a host's.
  private static final Set<String> ENDINGS =
      Set.of(
          "7z", "csv", "doc", "docx", "eml", "evtx", "gz", "html", "jpg", "json", "log", "msg",
          "odt", "pcap", "pcapng", "pdf", "png", "pptx", "rtf", "stix", "svg", "tar", "txt", "xls",
          "xlsx", "xml", "yaml");

  private FileNames() {}

  static Brief.Row row(Telling telling, List<Attachment> files) {
    String names =
        files.stream().map(each -> name(telling, each.name())).collect(Collectors.joining(", "));
    return new Brief.Row(
        telling.say("page.attachment.title"),
        telling.words().count("page.brief.files", files.size()) + ": " + names);
  }

  private static String name(Telling telling, String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(ending)
        ? telling.text(name.substring(0, dot)) + name.substring(dot)
        : telling.text(name);
  }
}
