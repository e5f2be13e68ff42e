package org.parley.node.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.core.directory.DutyHours;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.contacts.Channel;
import org.parley.core.directory.contacts.Contact;
import org.parley.core.directory.contacts.ContactKind;
import org.parley.core.directory.contacts.KeyNote;
import org.parley.core.directory.contacts.SheetDeed;
import org.parley.core.directory.contacts.Watch;
import org.parley.core.people.Actor;
import org.parley.core.people.Role;
import org.parley.core.terms.Party;
import org.parley.couriers.https.TlsIdentity;
import org.parley.duties.contacts.KeepContacts;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.web.Sites;

/// The other office replies by telephone or by mail; an officer takes that down.
class RepliesBetweenTwoNodesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String OFFICE = "XB/technical";

  private static final TlsIdentity DUTY =
      TlsIdentity.create("duty", Instant.now().minus(Duration.ofDays(1)), Duration.ofDays(60));

  @TempDir private static Path folder;
  private static Neighbours nodes;
  private static TestNode.Browser here;

  @BeforeAll
  static void start() throws Exception {
    nodes = new Neighbours(folder);
    nodes.meet();
    here = nodes.person("XA", "technical", Role.TECHNICAL_OFFICER);
    write(contact());
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  private static void write(Contact contact) {
    TestNode node = nodes.one();
    Actor officer =
        new Actor(
            new UUID(0, 9),
            Set.of(Role.POLICY_OFFICER),
            OfficeId.parse("XA/policy"),
            Optional.empty());
    node.context()
        .getBean(KeepContacts.class)
        .run(
            node.context().getBean(Sites.class).now().realm(),
            new Party("XB"),
            List.of(new SheetDeed.Put(contact, Optional.empty())),
            officer)
        .orThrow();
  }

  private static Contact contact() throws Exception {
    String fingerprint =
        HexFormat.of()
            .withUpperCase()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(DUTY.certificate().getEncoded()));
    return new Contact(
        1,
        ContactKind.TECHNICAL,
        new Contact.Naming("CSIRT of XB", "", "", ""),
        new Contact.Reach(
            List.of(new Channel(Channel.Means.MAIL, "duty@xb.example", "", Optional.empty())),
            List.of(new KeyNote(KeyNote.Scheme.SMIME, fingerprint, Optional.empty())),
            List.of("en"),
            ""),
        new Watch(true, new DutyHours(ZoneId.of("UTC"), List.of()), new TreeMap<>(), List.of(), ""),
        Contact.Validity.ALWAYS,
        List.of());
  }

  private static String local(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]*", "");
  }

  private static Form notice(String reference) {
    return Form.of(
        "r." + OFFICE,
        "to",
        "tlp",
        "AMBER",
        "language",
        "en",
        "i.1",
        reference,
        "i.2",
        "2026-11-20 04:05",
        "i.3.how",
        "not-known-yet",
        "i.4",
        "Two substations do not answer",
        "i.5.how",
        "nil",
        "i.6",
        "Power distribution",
        "i.7",
        "energy",
        "i.8.how",
        "nil",
        "i.9",
        "steady",
        "i.10",
        "Cut off from the net",
        "i.11",
        "take-note",
        "i.12.how",
        "nil",
        "i.13.how",
        "nil",
        "go",
        "preview");
  }

  private static String sent(String reference) {
    String draft = local(here.post("/", "/drafts/new", Form.of("format", "C3")));
    here.post(draft, draft, notice(reference));
    return local(here.post(draft + "/preview", draft + "/send", Form.of()))
        .replaceFirst("\\?.*", "");
  }

  private static String form(String path) {
    Matcher link =
        Pattern.compile("href=\"(" + path + "/reply\\?[^\"]*)\"").matcher(here.get(path).body());
    assertThat(link.find()).as(here.get(path).body()).isTrue();
    return link.group(1).replace("&amp;", "&");
  }

  private static String statement(String form) {
    return form.replaceFirst(".*statement=([0-9a-f]{64}).*", "$1");
  }

  private static Form fields(String form, String way, String words) {
    return Form.of(
        "statement",
        statement(form),
        "recipient",
        OFFICE,
        "way",
        way,
        "words",
        words,
        "when",
        "",
        "when.zone",
        "UTC");
  }

  private static byte[] signed(String text) throws Exception {
    String part = "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
    CMSSignedDataGenerator signing = new CMSSignedDataGenerator();
    signing.addSignerInfoGenerator(
        new JcaSimpleSignerInfoGeneratorBuilder()
            .setProvider(new BouncyCastleProvider())
            .build("SHA256withECDSA", DUTY.key(), DUTY.certificate()));
    signing.addCertificates(new JcaCertStore(List.of(DUTY.certificate())));
    byte[] signature =
        signing
            .generate(new CMSProcessableByteArray(part.getBytes(StandardCharsets.UTF_8)), false)
            .getEncoded();
    return ("From: duty@xb.example\r\nSubject: Re: notice\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";"
            + " boundary=b\r\n\r\n--b\r\n"
            + part
            + "\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\n"
            + Base64.getMimeEncoder().encodeToString(signature)
            + "\r\n--b--\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String until(TestNode.Browser who, String path, String wanted)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!who.get(path).body().contains(wanted) && Instant.now().isBefore(end)) {
      Thread.sleep(250);
    }
    assertThat(who.get(path).body()).contains(wanted);
    return who.get(path).body();
  }

  @Test
  void aSignedMailIsCheckedKeptAndShownBelowAReceipt() throws Exception {
    String path = sent("XA-REPLY-1");
    String form = form(path);
    assertThat(here.get(form).body())
        .contains("S/MIME certificate")
        .contains(statement(form).substring(0, 12));
    byte[] mail = signed("We take note of " + statement(form).substring(0, 16) + ".");

    local(here.upload(form, path + "/reply", fields(form, "mail", ""), "re.eml", mail));

    String page = here.get(path).body();
    assertThat(page)
        .contains("(signed mail, below a receipt)")
        .contains("The signature holds, by a key that the directory names for the office")
        .contains("S/MIME ");
    Matcher kept = Pattern.compile("href=\"(" + path + "/reply/[^\"]*)\"").matcher(page);
    assertThat(kept.find()).isTrue();
    HttpResponse<byte[]> evidence = here.bytes(kept.group(1));
    assertThat(evidence.body()).isEqualTo(mail);
    assertThat(evidence.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment");
    TestNode.Browser policy = nodes.person("XA", "policy", Role.POLICY_OFFICER);
    assertThat(policy.get(kept.group(1)).statusCode()).as("another office").isEqualTo(404);
    TestNode.Browser there = nodes.person("XB", "technical", Role.TECHNICAL_OFFICER);
    until(there, "/messages", "XA-REPLY-1");
    assertThat(there.get(kept.group(1)).statusCode()).as("the other node").isEqualTo(404);
    assertThat(there.get(path).body()).doesNotContain("signed mail");
    assertThat(there.get(form).statusCode()).as("not its own message").isEqualTo(303);
  }

  @Test
  void theirOwnReceiptThenCountsMore() throws Exception {
    String path = sent("XA-REPLY-2");
    String form = form(path);
    local(
        here.upload(
            form,
            path + "/reply",
            fields(form, "telephone", "Duty officer, took note"),
            "",
            new byte[0]));
    assertThat(here.get(path).body())
        .contains("(taken down here, a lower grade)")
        .contains("Duty officer, took note")
        .doesNotContain("The mail as it came");

    TestNode.Browser there = nodes.person("XB", "technical", Role.TECHNICAL_OFFICER);
    until(there, "/messages", "XA-REPLY-2");
    there.post(path, path + "/open", Form.of());
    there.post(path, path + "/acknowledge", Form.of("statement", statement(form)));
    Instant end = Instant.now().plus(PATIENCE);
    while (here.get(path).body().contains("(taken down here, a lower grade)")
        && Instant.now().isBefore(end)) {
      Thread.sleep(250);
    }
    assertThat(here.get(path).body())
        .doesNotContain("(taken down here, a lower grade)")
        .as("what was taken down stays in the record")
        .contains("Duty officer, took note");
  }

  @Test
  void anAnswerByTelephoneStandsWithItsWordsInLedgerAndBriefUntilTheNodeAnswers() throws Exception {
    String path = sent("XA-REPLY-7");
    String form = form(path);
    Form words = fields(form, "telephone", "Duty officer: both stations run again");
    local(here.upload(form, path + "/reply", words.with("says", "answered"), "", new byte[0]));

    assertThat(here.get(path).body())
        .contains("answered (taken down here, a lower grade)")
        .contains("Duty officer: both stations run again");
    TestNode.Browser reader = nodes.person("XA", "technical", Role.POLICY_OFFICER);
    assertThat(reader.get(path + "/brief").body())
        .contains("answered (taken down here, a lower grade)")
        .contains("“Duty officer: both stations run again”");
    assertThat(here.get(form(path)).statusCode()).as("a mail may still come").isEqualTo(200);

    TestNode.Browser there = nodes.person("XB", "technical", Role.TECHNICAL_OFFICER);
    until(there, "/messages", "XA-REPLY-7");
    there.post(path, path + "/open", Form.of());
    there.post(
        path, path + "/decline", Form.of("statement", statement(form), "words", "not for us"));
    String after = until(here, path, "not for us");
    assertThat(after).contains("declined").doesNotContain("answered (taken down");
  }

  @Test
  void anAnswerByMailNeedsItsWords() throws Exception {
    String path = sent("XA-REPLY-8");
    String form = form(path);
    byte[] mail = signed("To " + statement(form).substring(0, 16) + ": we say no more.");
    Form bare = fields(form, "mail", "").with("says", "declined");
    assertThat(here.upload(form, path + "/reply", bare, "re.eml", mail).body())
        .contains("Write down the words of the answer");
    Form told = fields(form, "mail", "We say no more.").with("says", "declined");
    local(here.upload(form, path + "/reply", told, "re.eml", mail));
    assertThat(here.get(path).body()).contains("declined (signed mail, below a receipt)");
  }

  @Test
  void aMailThatProvesNothingIsToldAndTakenDownOnlyAsWhatItIs() throws Exception {
    String path = sent("XA-REPLY-3");
    String form = form(path);
    byte[] mail =
        "From: duty@xb.example\r\nDate: %s\r\n\r\nNoted <b>\r\n"
            .formatted(
                java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
                    Instant.now().atZone(ZoneId.of("UTC"))))
            .getBytes(StandardCharsets.UTF_8);

    HttpResponse<String> told =
        here.upload(form, path + "/reply", fields(form, "mail", "typed words"), "re.eml", mail);
    assertThat(told.statusCode()).isEqualTo(422);
    assertThat(told.body()).contains("It is not signed as a whole").contains("typed words");
    assertThat(here.get(path).body()).as("nothing is kept yet").doesNotContain("typed words");

    local(
        here.upload(
            form,
            path + "/reply",
            fields(form, "mail", "typed words").with("anyway", "yes"),
            "re.eml",
            mail));
    assertThat(here.get(path).body())
        .contains("(taken down here, a lower grade)")
        .contains("It is not signed as a whole")
        .contains("typed words");
  }

  @Test
  void aMailThatNamesAnotherMessageIsRefused() throws Exception {
    String first = form(sent("XA-REPLY-4"));
    String path = sent("XA-REPLY-5");
    String form = form(path);
    byte[] mail = signed("We take note of " + statement(first) + ".");

    HttpResponse<String> refused =
        here.upload(
            form, path + "/reply", fields(form, "mail", "").with("anyway", "yes"), "re.eml", mail);

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("P744");
    assertThat(here.get(path).body()).doesNotContain("page.reply").doesNotContain("signed mail");
  }

  @Test
  void whatIsMissingIsToldAtItsField() throws Exception {
    String path = sent("XA-REPLY-6");
    String form = form(path);

    assertThat(here.upload(form, path + "/reply", fields(form, "", ""), "", new byte[0]).body())
        .contains("Say by which way it came.");
    assertThat(
            here.upload(form, path + "/reply", fields(form, "telephone", ""), "", new byte[0])
                .body())
        .contains("Say with whom you spoke");
    assertThat(here.upload(form, path + "/reply", fields(form, "mail", ""), "", new byte[0]).body())
        .contains("Choose the mail");
    Form early =
        Form.of(
            "statement",
            statement(form),
            "recipient",
            OFFICE,
            "way",
            "telephone",
            "words",
            "noted",
            "when",
            "2020-01-01 10:00",
            "when.zone",
            "UTC");
    assertThat(here.upload(form, path + "/reply", early, "", new byte[0]).body()).contains("P743");
  }
}
