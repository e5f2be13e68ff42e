package org.parley.seal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cms.CMSAuthEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKEMRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.operator.OutputAEADEncryptor;
import org.parley.core.directory.SealingKeys;
import org.parley.core.terms.Octets;

/// Seals a content twice: the inner envelope's key is encapsulated by ML-KEM, the outer's agreed by
/// ECDH. Two kinds of recipient in one envelope would mean that breaking either opens it; nested,
/// both must be broken.
final class NestedEnvelope {

  /// More keys than any one party has; a limit for both sides.
  static final int MOST_KEYS = 256;

  private final Suite suite;

  NestedEnvelope(Suite suite) {
    this.suite = suite;
  }

  Octets seal(Octets content, List<SealingKeys> to) {
    if (to.isEmpty() || to.size() > MOST_KEYS) {
      throw new IllegalArgumentException(
          "an envelope is for 1 to %d keys: %d".formatted(MOST_KEYS, to.size()));
    }
    try {
      Octets inner = envelope(content, encapsulated(to));
      return envelope(inner, agreed(to));
    } catch (CMSException | IOException | GeneralSecurityException why) {
      throw Crypto.fault("the envelope cannot be made", why);
    }
  }

  private CMSAuthEnvelopedDataGenerator encapsulated(List<SealingKeys> to)
      throws GeneralSecurityException {
    CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
    for (SealingKeys keys : to) {
      RecipientInfoGenerator recipient =
          new JceKEMRecipientInfoGenerator(
                  KeyName.of(keys.mlKem()), Crypto.publicMlKem(keys.mlKem()), suite.wrap())
              .setKDF(new AlgorithmIdentifier(suite.encapsulation().kdf()))
              .setUserKeyingMaterial(suite.keyingMaterial())
              .setSecureRandom(Crypto.RANDOM)
              .setProvider(Crypto.PROVIDER);
      generator.addRecipientInfoGenerator(recipient);
    }
    return generator;
  }

  private CMSAuthEnvelopedDataGenerator agreed(List<SealingKeys> to)
      throws GeneralSecurityException {
    KeyPair once = Crypto.newP256();
    JceKeyAgreeRecipientInfoGenerator recipients =
        new JceKeyAgreeRecipientInfoGenerator(
                suite.agreement(), once.getPrivate(), once.getPublic(), suite.wrap())
            .setUserKeyingMaterial(suite.keyingMaterial())
            .setSecureRandom(Crypto.RANDOM)
            .setProvider(Crypto.PROVIDER);
    for (SealingKeys keys : to) {
      recipients.addRecipient(KeyName.of(keys.ecdh()), Crypto.publicEc(keys.ecdh()));
    }
    CMSAuthEnvelopedDataGenerator generator = new CMSAuthEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(recipients);
    return generator;
  }

  private Octets envelope(Octets content, CMSAuthEnvelopedDataGenerator generator)
      throws CMSException, IOException {
    OutputAEADEncryptor encryptor =
        (OutputAEADEncryptor)
            new JceCMSContentEncryptorBuilder(suite.content())
                .setSecureRandom(Crypto.RANDOM)
                .setProvider(Crypto.PROVIDER)
                .build();
    return Octets.of(
        generator
            .generate(new CMSProcessableByteArray(content.toArray()), encryptor)
            .toASN1Structure()
            .getEncoded(ASN1Encoding.DER));
  }
}
