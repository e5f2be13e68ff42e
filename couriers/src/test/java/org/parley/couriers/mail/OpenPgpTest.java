package org.parley.couriers.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenPgpTest {

  private static final String TEXT =
      "1. Früher Hinweis\n2. \"NIL\"\n3. a = b\nFrom here on: ещё одна строка\n";

  @TempDir Path folder;
  private final OpenPgp xa = new OpenPgp(OpenPgp.newKey("XA policy <policy@xa.example>"));
  private final OpenPgp xb = new OpenPgp(OpenPgp.newKey("XB policy <policy@xb.example>"));

  @Test
  void aTextComesBackWhole() {
    String sealed = xa.protect(TEXT, xb.certificate());

    assertThat(sealed).startsWith("-----BEGIN PGP MESSAGE-----").doesNotContain("Hinweis");
    assertThat(xb.open(sealed, xa.certificate())).contains(TEXT);
  }

  @Test
  void anotherSenderOrReaderOrAChangedOctetGivesNothing() {
    String sealed = xa.protect(TEXT, xb.certificate());
    OpenPgp xc = new OpenPgp(OpenPgp.newKey("XC policy <policy@xc.example>"));

    assertThat(xb.open(sealed, xc.certificate())).isEmpty();
    assertThat(xc.open(sealed, xa.certificate())).isEmpty();
    assertThat(xb.open("hello", xa.certificate())).isEmpty();
    int begin = sealed.indexOf("\n\n") + 2;
    for (int place = begin; place < sealed.length() - 60; place += 61) {
      char other = sealed.charAt(place) == 'A' ? 'B' : 'A';
      String changed = sealed.substring(0, place) + other + sealed.substring(place + 1);
      assertThat(xb.open(changed, xa.certificate()).orElse(TEXT))
          .as("character %d", place)
          .isEqualTo(TEXT);
    }
  }

  @Test
  void gnupgReadsOursAndWeReadItsOwn() throws Exception {
    Path home = Files.createTempDirectory("pg");
    Tool gpg = Tool.installed("gpg", folder);
    String[] quiet = {"--batch", "--homedir", home.toString(), "--passphrase", ""};
    try {
      gpg.run(with(quiet, "--quick-generate-key", "XG <xg@xg.example>", "default", "default"));
      String theirs = gpg.run(with(quiet, "--armor", "--export", "xg@xg.example"));
      Files.writeString(folder.resolve("xa.asc"), xa.certificate());
      gpg.run(with(quiet, "--import", "xa.asc"));
      Files.writeString(folder.resolve("ours.asc"), xa.protect(TEXT, theirs));

      String read = gpg.run(with(quiet, "--status-fd", "1", "--decrypt", "ours.asc"));

      assertThat(read).contains("GOODSIG", "DECRYPTION_OKAY", "ещё одна строка");
      Files.writeString(folder.resolve("answer.txt"), "the answer\n");
      assertThat(xa.open(sealed(gpg, quiet, "--sign"), theirs)).contains("the answer\n");
      assertThat(xa.open(sealed(gpg, quiet, "--quiet"), theirs)).isEmpty();
    } finally {
      new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
          .start()
          .waitFor();
    }
  }

  private static String sealed(Tool gpg, String[] quiet, String option) throws Exception {
    String arguments =
        option + " --trust-model always --armor --encrypt -r policy@xa.example -o - answer.txt";
    return gpg.run(with(quiet, arguments.split(" ")));
  }

  @Test
  void sequoiaReadsOursAndWeReadItsOwn() throws Exception {
    Tool sq = Tool.installed("sq", folder);
    sq.run("key", "generate", "--userid", "XS <xs@xs.example>", "--export", "xs.key");
    String theirs = sq.run("key", "extract-cert", "xs.key");
    Files.writeString(folder.resolve("xa.asc"), xa.certificate());
    Files.writeString(folder.resolve("ours.asc"), xa.protect(TEXT, theirs));

    String read =
        sq.run(
            "decrypt",
            "--recipient-key",
            "xs.key",
            "--signer-cert",
            "xa.asc",
            "--signatures",
            "1",
            "ours.asc");

    assertThat(read).isEqualTo(TEXT);
    Files.writeString(folder.resolve("answer.txt"), "the answer\n");
    String sealed =
        sq.run("encrypt", "--signer-key", "xs.key", "--recipient-cert", "xa.asc", "answer.txt");
    assertThat(xa.open(sealed, theirs)).contains("the answer\n");
  }

  private static String[] with(String[] first, String... rest) {
    String[] all = new String[first.length + rest.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }
}
