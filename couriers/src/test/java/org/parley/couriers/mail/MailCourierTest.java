package org.parley.couriers.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.port.Courier;
import org.parley.duties.port.Courier.Carried;
import org.parley.duties.port.CourierContract;
import org.parley.duties.port.RecordingDoorway;
import org.parley.duties.port.UnreachableException;

class MailCourierTest extends CourierContract {

  private static final NodeId XB = new NodeId(new Party("XB"), "csirt");
  private static final String FROM = "node@xa.example";
  private static final String TO = "node@xb.example";

  private final GreenMail mail =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private final RecordingDoorway doorway = new RecordingDoorway();
  private Courier courier;

  @BeforeEach
  void start() {
    mail.start();
    mail.setUser(FROM, "xa", "one");
    mail.setUser(TO, "xb", "two");
    courier = courier("one");
  }

  private Courier courier(String password) {
    return new MailCourier(
        new MailServer("127.0.0.1", mail.getSmtp().getPort(), false, "xa", password),
        FROM,
        node -> node.equals(XB) ? Optional.of(TO) : Optional.empty(),
        InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z")));
  }

  private MailReader reader() {
    return new MailReader(
        new MailServer("127.0.0.1", mail.getImap().getPort(), false, "xb", "two"), doorway);
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @Override
  protected Courier courier() {
    return courier;
  }

  @Override
  protected NodeId there() {
    return XB;
  }

  @Override
  protected RecordingDoorway door() {
    return doorway;
  }

  @Override
  protected void letArrive() {
    try {
      reader().fetch();
    } catch (UnreachableException ill) {
      // The node's own books say so; the mail stays where it is.
    }
  }

  @Test
  void theMailSaysNothingButThatThereIsAParcel() throws Exception {
    Octets parcel = Octets.of("sealed");

    courier.carry(XB, parcel);

    MimeMessage sent = mail.getReceivedMessages()[0];
    assertThat(sent.getSubject()).isEqualTo("Parcel");
    assertThat(sent.getMessageID()).matches("<[0-9a-f-]{36}@node\\.invalid>");
    assertThat(sent.getRecipients(Message.RecipientType.TO)).hasSize(1);
    String whole = GreenMailUtil.getWholeMessage(sent);
    assertThat(whole)
        .doesNotContain(parcel.digest().hex().substring(0, 8))
        .doesNotContain(System.getProperty("user.name") + "@")
        .doesNotContain("X-Mailer");
  }

  @Test
  void mailOfAnotherKindIsLeftAlone() {
    GreenMailUtil.sendTextEmail(
        TO, "somebody@xc.example", "Hello", "words", mail.getSmtp().getServerSetup());
    courier.carry(XB, Octets.of("sealed"));

    assertThat(reader().fetch()).isEqualTo(new MailReader.Fetched(1, 0, 1));
    assertThat(reader().fetch()).isEqualTo(new MailReader.Fetched(0, 0, 1));
  }

  @Test
  void anAccountThatIsNotAcceptedIsAFailureThatMayPass() {
    assertThat(courier("wrong").carry(XB, Octets.of("sealed")))
        .isEqualTo(new Carried.Failed(false, "the mail server does not accept our account"));
  }

  @Test
  void mailLeavesThisMachineOnlyThroughTls() {
    assertThatThrownBy(() -> new MailServer("192.0.2.1", 25, false, "xa", "one"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new MailServer("192.0.2.1", 465, true, "xa", "secret").toString())
        .doesNotContain("secret");
  }
}
