package org.parley.node.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.parley.core.casefile.CaseRules;
import org.parley.core.exchange.Attachment;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.core.issue.Place;
import org.parley.core.terms.Octets;
import org.parley.duties.casefile.AttachFile;
import org.parley.node.programs.ProblemDocument.RefusalException;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/// The body of a program's request that brings a file: one part `file`, and what is said of it. The
/// server has counted its bytes before.
///
/// @param files all files of the request, by the name of their part
/// @param fields all other parts
record UploadBody(Map<String, List<MultipartFile>> files, Map<String, String[]> fields) {

  private static final String FILE = "file";
  private static final String WORDS = "words";
  private static final String DIGEST = "sha256";
  private static final Set<String> KNOWN = Set.of(WORDS, DIGEST);

  static UploadBody of(HttpServletRequest request) {
    if (!(request instanceof MultipartHttpServletRequest parts)) {
      throw new RefusalException(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          new Issue(
              IssueCode.REQUEST_UNFIT,
              Place.of("body"),
              "the body is a file with what is said of it",
              Optional.of("send Content-Type: multipart/form-data with a part named file")));
    }
    return new UploadBody(
        new TreeMap<>(parts.getMultiFileMap()), new TreeMap<>(request.getParameterMap()));
  }

  /// All that the request says; each part with its length, so that none runs into the next.
  Octets whole() {
    StringBuilder text = new StringBuilder();
    files.forEach((part, all) ->
        all.forEach(file -> {
          add(text, part);
          add(text, name(file));
          add(text, bytes(file).digest().hex());
        }));
    fields.forEach((name, values) -> {
      add(text, name);
      List.of(values).forEach(value -> add(text, value));
    });
    return Octets.of(text.toString());
  }

  private static void add(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part).append('\n');
  }

  /// The file to attach; what is wrong is told.
  Optional<AttachFile.Upload> read(Issues issues) {
    Set<String> unknown = new TreeSet<>(fields.keySet());
    unknown.addAll(files.keySet());
    unknown.removeAll(KNOWN);
    unknown.remove(FILE);
    unknown.forEach(each -> tell(issues, each, "there is no such part", "leave it out"));
    List<MultipartFile> sent = files.getOrDefault(FILE, List.of());
    if (sent.size() != 1) {
      tell(issues, FILE, "there are " + sent.size() + " files", "send one file in one request");
    }
    Optional<String> words = one(WORDS, issues);
    words
        .filter(text -> text.isEmpty() || text.length() > CaseRules.LONGEST_WORDS)
        .ifPresent(
            _ -> tell(issues, WORDS, "it is empty or too long", "say it in 1 to 8000 characters"));
    Optional<String> digest = one(DIGEST, issues);
    if (sent.size() != 1) {
      return Optional.empty();
    }
    Octets bytes = bytes(sent.getFirst());
    digest
        .filter(said -> !said.equals(bytes.digest().hex()))
        .ifPresent(_ ->
            tell(
                issues,
                DIGEST,
                "the file that came has the SHA-256 " + bytes.digest().hex(),
                "send the file again, or leave sha256 out"));
    return Optional.of(new AttachFile.Upload(name(sent.getFirst()), bytes, words));
  }

  /// The file that the request brings, where it brings one.
  Optional<Attachment> file() {
    List<MultipartFile> sent = files.getOrDefault(FILE, List.of());
    if (sent.size() != 1) {
      return Optional.empty();
    }
    Octets bytes = bytes(sent.getFirst());
    return Optional.of(new Attachment(name(sent.getFirst()), bytes.size(), bytes.digest()));
  }

  private Optional<String> one(String name, Issues issues) {
    String[] values = fields.getOrDefault(name, new String[0]);
    if (values.length > 1) {
      tell(issues, name, "it is said more than once", "say it once");
    }
    return values.length == 0 ? Optional.empty() : Optional.of(values[0]);
  }

  private static void tell(Issues issues, String part, String message, String remedy) {
    issues.add(IssueCode.REQUEST_UNFIT, Place.of(part), message, remedy);
  }

  private static String name(MultipartFile file) {
    return Optional.ofNullable(file.getOriginalFilename()).orElse("");
  }

  private static Octets bytes(MultipartFile file) {
    try {
      return Octets.of(file.getBytes());
    } catch (IOException fault) {
      throw new UncheckedIOException("the file broke off", fault);
    }
  }
}
