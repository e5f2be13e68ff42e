package org.parley.node.attachments;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.parley.core.exchange.Attachment;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.Draft;
import org.parley.duties.port.Books;
import org.parley.node.messages.page.DraftFields;

/// The files of drafts. Each time a file is put to a draft its bytes are kept apart, behind a name
/// drawn for them, and erased with the draft: the same file in another draft, or with a message
/// that was sent, stays.
public record DraftFiles(Books books) {

  /// The field that remembers them; never a form's to fill.
  public static final String FIELD = "attached";

  /// More would not fit into one statement.
  public static final int MOST = 50;

  private static final int NAME = 16;

  public static List<DraftFile> of(DraftFields fields) {
    return fields.all().getOrDefault(FIELD, List.of()).stream()
        .flatMap(line -> DraftFile.parse(line).stream())
        .toList();
  }

  /// The fields with one more file.
  public DraftFields add(DraftFields fields, String name, Octets bytes) {
    byte[] plain = bytes.toArray();
    ByteBuffer own = ByteBuffer.allocate(NAME + plain.length);
    UUID drawn = UUID.randomUUID();
    own.putLong(drawn.getMostSignificantBits()).putLong(drawn.getLeastSignificantBits()).put(plain);
    Digest document = books.change(book -> book.documents().keep(Octets.of(own.array())));
    List<DraftFile> files = new ArrayList<>(of(fields));
    files.add(new DraftFile(new Attachment(name, bytes.size(), bytes.digest()), document));
    return with(fields, files);
  }

  /// The fields without a file, counted from 1; its bytes are erased.
  public DraftFields remove(DraftFields fields, int number) {
    List<DraftFile> files = new ArrayList<>(of(fields));
    if (number < 1 || number > files.size()) {
      return fields;
    }
    erase(List.of(files.remove(number - 1)));
    return with(fields, files);
  }

  /// Erases the bytes of all, when the draft is gone.
  public void clear(DraftFields fields) {
    erase(of(fields));
  }

  private void erase(List<DraftFile> files) {
    books.change(book -> {
      files.forEach(each -> book.documents().erase(each.document()));
      return files;
    });
  }

  /// The files as they go with the message.
  public List<Draft.File> open(DraftFields fields) {
    return books.look(book -> {
      List<Draft.File> open = new ArrayList<>();
      for (DraftFile file : of(fields)) {
        byte[] own = book.documents().find(file.document()).orElseThrow().toArray();
        Octets bytes = Octets.of(Arrays.copyOfRange(own, NAME, own.length));
        open.add(new Draft.File(file.named().name(), bytes));
      }
      return open;
    });
  }

  private static DraftFields with(DraftFields fields, List<DraftFile> files) {
    return files.isEmpty()
        ? fields.without(FIELD)
        : fields.with(FIELD, files.stream().map(DraftFile::line).toArray(String[]::new));
  }
}
