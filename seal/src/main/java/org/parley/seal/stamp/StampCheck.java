package org.parley.seal.stamp;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.seal.Crypto;

/// Checks time-stamp tokens against authorities named beforehand, such as in a network's charter.
///
/// @param authorities their certificates in DER
public record StampCheck(List<Octets> authorities) {

  private static final String PLACE = "time stamp";

  public StampCheck {
    authorities = List.copyOf(authorities);
  }

  /// The time in the token, if one of the authorities made it over this digest.
  public Checked<Instant> check(Octets token, Digest imprint) {
    TimeStampToken read;
    try {
      read = new TimeStampToken(new CMSSignedData(token.toArray()));
    } catch (CMSException | TSPException | IOException | RuntimeException _) {
      return refused("it is no token");
    }
    boolean same =
        read.getTimeStampInfo().getMessageImprintAlgOID().equals(NISTObjectIdentifiers.id_sha256)
            && Arrays.equals(
                read.getTimeStampInfo().getMessageImprintDigest(),
                HexFormat.of().parseHex(imprint.hex()));
    if (!same) {
      return refused("it is over another digest");
    }
    return authorities.stream().anyMatch(authority -> isBy(read, authority))
        ? new Checked.Sound<>(read.getTimeStampInfo().getGenTime().toInstant(), List.of())
        : refused("it is by none of the authorities that are known");
  }

  private static boolean isBy(TimeStampToken token, Octets authority) {
    try {
      X509CertificateHolder certificate = new X509CertificateHolder(authority.toArray());
      token.validate(
          new JcaSimpleSignerInfoVerifierBuilder().setProvider(Crypto.PROVIDER).build(certificate));
      return true;
    } catch (TSPException
        | IOException
        | CertificateException
        | OperatorCreationException
        | RuntimeException _) {
      return false;
    }
  }

  static <T> Checked<T> refused(String message) {
    return new Checked.Refused<>(
        List.of(
            new Issue(IssueCode.TIME_STAMP_REFUSED, Place.of(PLACE), message, Optional.empty())));
  }
}
