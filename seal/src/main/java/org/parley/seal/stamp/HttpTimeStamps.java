package org.parley.seal.stamp;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.duties.port.TimeStamps;
import org.parley.duties.port.UnreachableException;
import org.parley.seal.Crypto;

/// Asks one authority over HTTP or HTTPS. The token protects itself, so plain HTTP gives nothing
/// away but the digest.
public final class HttpTimeStamps implements TimeStamps {

  private static final int LARGEST_ANSWER = 1 << 17;
  private static final int NONCE_BITS = 128;
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI authority;
  private final StampCheck check;
  private final HttpClient client;

  /// @param check knows the authority's certificate
  public HttpTimeStamps(URI authority, StampCheck check) {
    this.authority = authority;
    this.check = check;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  @Override
  public Checked<Octets> stamp(Digest imprint) {
    TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
    generator.setCertReq(true);
    TimeStampRequest request =
        generator.generate(
            NISTObjectIdentifiers.id_sha256,
            HexFormat.of().parseHex(imprint.hex()),
            new BigInteger(NONCE_BITS, Crypto.RANDOM));
    byte[] answer = ask(request);
    if (answer.length > LARGEST_ANSWER) {
      return StampCheck.refused("the authority's answer is larger than any token");
    }
    try {
      TimeStampResponse response = new TimeStampResponse(answer);
      response.validate(request);
      if (response.getTimeStampToken() == null) {
        return StampCheck.refused("the authority says no: " + response.getStatusString());
      }
      Octets token =
          Octets.of(
              response
                  .getTimeStampToken()
                  .toCMSSignedData()
                  .toASN1Structure()
                  .getEncoded(ASN1Encoding.DL));
      Checked<Instant> checked = check.check(token, imprint);
      return switch (checked) {
        case Checked.Sound<Instant> _ -> new Checked.Sound<>(token, List.of());
        case Checked.Refused<Instant> refused -> new Checked.Refused<>(refused.issues());
      };
    } catch (TSPException | IOException | RuntimeException _) {
      return StampCheck.refused("the authority's answer does not fit what was asked");
    }
  }

  private byte[] ask(TimeStampRequest request) {
    try {
      HttpRequest asked =
          HttpRequest.newBuilder(authority)
              .timeout(PATIENCE)
              .header("Content-Type", "application/timestamp-query")
              .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded()))
              .build();
      HttpResponse<InputStream> answer =
          client.send(asked, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != OK) {
          throw new UnreachableException(
              "the time-stamp authority answers with status " + answer.statusCode());
        }
        return body.readNBytes(LARGEST_ANSWER + 1);
      }
    } catch (IOException why) {
      throw new UnreachableException("the time-stamp authority does not answer", why);
    } catch (InterruptedException why) {
      Thread.currentThread().interrupt();
      throw new UnreachableException("asking the time-stamp authority was broken off", why);
    }
  }
}
