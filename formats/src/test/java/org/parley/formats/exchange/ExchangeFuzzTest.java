package org.parley.formats.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.core.exchange.Statement;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.formats.exchange.plain.PlainTextReader;

/// No input, however hostile, throws: it is read, or refused with a reason; and what is read as a
/// statement writes bytes that read as the same statement.
class ExchangeFuzzTest {

  @FuzzTest
  void bytesAreReadOrRefused(byte[] bytes) {
    Octets octets = Octets.of(bytes);
    List<Checked<?>> read =
        List.of(
            StatementReader.read(octets),
            SlipReader.read(octets),
            ReceiptReader.read(octets),
            ParcelReader.read(octets),
            ConversationEvents.read(octets));
    for (Checked<?> each : read) {
      assertThat(each instanceof Checked.Sound || !each.issues().isEmpty()).isTrue();
    }
    if (StatementReader.read(octets) instanceof Checked.Sound<Statement>(Statement statement, _)) {
      assertThat(StatementReader.read(StatementWriter.write(statement)).orThrow())
          .isEqualTo(statement);
    }
  }

  @FuzzTest
  void plainTextIsReadOrRefused(byte[] bytes) {
    Checked<Statement> read = PlainTextReader.read(new String(bytes, StandardCharsets.UTF_8));
    assertThat(read instanceof Checked.Sound || !read.issues().isEmpty()).isTrue();
  }
}
