package org.parley.desk.settings;

import static org.parley.desk.settings.SettingKey.PROVIDER_ACR;
import static org.parley.desk.settings.SettingKey.PROVIDER_AMR;
import static org.parley.desk.settings.SettingKey.PROVIDER_AUTHORITY_FILE;
import static org.parley.desk.settings.SettingKey.PROVIDER_CLIENT;
import static org.parley.desk.settings.SettingKey.PROVIDER_ISSUER;
import static org.parley.desk.settings.SettingKey.PROVIDER_NAME;
import static org.parley.desk.settings.SettingKey.PROVIDER_SECRET;
import static org.parley.desk.settings.SettingKey.PROVIDER_SECRET_FILE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads what is said of an identity provider: all of it or nothing.
final class ProviderReader {

  private static final int LONGEST_SECRET = 1024;
  private static final int LONGEST_FILE = 1 << 20;
  private static final Pattern CLIENT = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern SECRET = Pattern.compile("[\\x20-\\x7e]{8,1024}");
  private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,60}");
  private static final Pattern DEMAND = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private final Function<SettingKey, String> text;
  private final BiConsumer<SettingKey, String> wrong;
  private final boolean exercise;

  /// @param text what is said under a key
  /// @param wrong takes a key and what was wanted there
  ProviderReader(
      Function<SettingKey, String> text, BiConsumer<SettingKey, String> wrong, boolean exercise) {
    this.text = text;
    this.wrong = wrong;
    this.exercise = exercise;
  }

  Optional<Provider> read() {
    boolean nothing =
        Stream.of(SettingKey.values())
            .filter(key -> key.key().startsWith("provider."))
            .allMatch(key -> text.apply(key).isEmpty());
    if (nothing) {
      return Optional.empty();
    }
    Optional<URI> issuer = issuer();
    Optional<String> client =
        fitting(PROVIDER_CLIENT, CLIENT, "what the provider calls this node, without spaces");
    Optional<String> secret = secret();
    Optional<String> name =
        fitting(PROVIDER_NAME, NAME, "what people call the provider, of at most 60 characters");
    Provider.Demands demands = new Provider.Demands(demands(PROVIDER_ACR), demands(PROVIDER_AMR));
    List<X509Certificate> authorities = authorities();
    return issuer.isPresent() && client.isPresent() && secret.isPresent() && name.isPresent()
        ? Optional.of(
            new Provider(
                issuer.get(), client.get(), secret.get(), name.get(), demands, authorities))
        : Optional.empty();
  }

  /// The authorities in the file; one that cannot be read is told and never left out in silence,
  /// because the machine's would then count.
  private List<X509Certificate> authorities() {
    String file = text.apply(PROVIDER_AUTHORITY_FILE);
    if (file.isEmpty()) {
      return List.of();
    }
    List<X509Certificate> all = new ArrayList<>();
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      byte[] bytes = in.readNBytes(LONGEST_FILE);
      for (Certificate each :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(bytes))) {
        all.add((X509Certificate) each);
      }
    } catch (IOException | InvalidPathException | CertificateException _) {
      all.clear();
    }
    if (all.isEmpty()) {
      wrong.accept(PROVIDER_AUTHORITY_FILE, "a file of certificates, in PEM");
    }
    return all;
  }

  private Optional<String> fitting(SettingKey key, Pattern pattern, String wanted) {
    String said = text.apply(key);
    if (!pattern.matcher(said).matches()) {
      wrong.accept(key, wanted);
      return Optional.empty();
    }
    return Optional.of(said);
  }

  private Optional<URI> issuer() {
    try {
      URI issuer = new URI(text.apply(PROVIDER_ISSUER));
      boolean plain =
          issuer.getRawQuery() == null
              && issuer.getRawFragment() == null
              && issuer.getRawUserInfo() == null;
      if (plain && Provider.mayBeAsked(issuer, exercise)) {
        return Optional.of(issuer);
      }
    } catch (URISyntaxException _) {
      // No address is written like this.
    }
    wrong.accept(
        PROVIDER_ISSUER,
        "an address such as https://id.example; http is for exercises on this machine alone");
    return Optional.empty();
  }

  private Optional<String> secret() {
    String file = text.apply(PROVIDER_SECRET_FILE);
    if (file.isEmpty()) {
      return fitting(
          PROVIDER_SECRET,
          SECRET,
          "the secret of this node at the provider, of at least 8 characters; it may stand in the"
              + " file that provider.secret.file names");
    }
    if (!text.apply(PROVIDER_SECRET).isEmpty()) {
      wrong.accept(PROVIDER_SECRET_FILE, "said alone: provider.secret is said too");
      return Optional.empty();
    }
    Optional<String> secret = firstLine(file).filter(line -> SECRET.matcher(line).matches());
    if (secret.isEmpty()) {
      wrong.accept(PROVIDER_SECRET_FILE, "a file whose first line is a secret");
    }
    return secret;
  }

  private static Optional<String> firstLine(String file) {
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      String start = new String(in.readNBytes(LONGEST_SECRET + 2), StandardCharsets.UTF_8);
      return start.lines().findFirst().map(String::strip);
    } catch (IOException | InvalidPathException _) {
      return Optional.empty();
    }
  }

  private List<String> demands(SettingKey key) {
    List<String> said =
        Stream.of(text.apply(key).split(" +")).filter(word -> !word.isEmpty()).toList();
    if (said.size() > 10 || said.stream().anyMatch(word -> !DEMAND.matcher(word).matches())) {
      wrong.accept(key, "up to ten values with spaces between them");
      return List.of();
    }
    return said;
  }
}
