package org.parley.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.GCMParameters;
import org.bouncycastle.asn1.cms.KEMRecipientInfo;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorPublicKey;
import org.bouncycastle.asn1.cms.OtherRecipientInfo;
import org.bouncycastle.asn1.cms.RecipientEncryptedKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.cms.RecipientKeyIdentifier;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.KEMRecipientId;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.jspecify.annotations.Nullable;
import org.parley.core.directory.SealingKeys;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

/// Opens a nested envelope with one of the pairs that still exist. The content is held back until
/// the tags of both layers are verified: it leaves here whole or not at all.
final class EnvelopeOpening {

  private static final String OUTER = "outer envelope";
  private static final String INNER = "inner envelope";
  private static final int TAG_LENGTH = 16;
  private static final int NONCE_LENGTH = 12;
  private static final int POINT_LENGTH = 65;
  private static final byte UNCOMPRESSED = 4;

  private final Suite suite;
  private final int atMost;

  EnvelopeOpening(Suite suite, int atMost) {
    this.suite = suite;
    this.atMost = atMost;
  }

  Octets open(Octets sealed, List<SealingPair> pairs) throws Refusal {
    ContentInfo outer = read(sealed, OUTER);
    AuthEnvelopedData layer = layer(outer, OUTER);
    SealingPair pair = ours(agreement(layer), pairs);
    Octets inner =
        opened(
            outer,
            new KeyAgreeRecipientId(KeyName.of(pair.known().ecdh())),
            new JceKeyAgreeAuthEnvelopedRecipient(pair.ecdh()).setProvider(Crypto.PROVIDER),
            OUTER);
    ContentInfo second = read(inner, INNER);
    encapsulations(layer(second, INNER));
    return opened(
        second,
        new KEMRecipientId(KeyName.of(pair.known().mlKem())),
        new JceKEMAuthEnvelopedRecipient(pair.mlKem()).setProvider(Crypto.PROVIDER),
        INNER);
  }

  /// Whether the outer envelope names one of these keys.
  boolean isFor(Octets sealed, List<SealingKeys> keys) throws Refusal {
    List<byte[]> names = agreement(layer(read(sealed, OUTER), OUTER));
    return keys.stream().anyMatch(one -> isNamed(KeyName.of(one.ecdh()), names));
  }

  private static boolean isNamed(byte[] name, List<byte[]> names) {
    return names.stream().anyMatch(other -> Arrays.equals(name, other));
  }

  private ContentInfo read(Octets bytes, String place) throws Refusal {
    return Asn1.contentInfo(bytes, CMSObjectIdentifiers.authEnvelopedData, trouble(place), atMost);
  }

  private AuthEnvelopedData layer(ContentInfo info, String place) throws Refusal {
    AuthEnvelopedData data =
        trouble(place)
            .reading(() ->
                Asn1.exact(AuthEnvelopedData.getInstance(info.getContent()), info.getContent()));
    EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
    Refusal.unless(
        data.getVersion().hasValue(0)
            && data.getOriginatorInfo() == null
            && data.getAuthAttrs() == null
            && data.getUnauthAttrs() == null
            && CMSObjectIdentifiers.data.equals(content.getContentType())
            && content.getEncryptedContent() != null,
        IssueCode.SEAL_UNREADABLE,
        place,
        "it holds other parts than ours");
    AlgorithmIdentifier algorithm = content.getContentEncryptionAlgorithm();
    Refusal.unless(
        algorithm.getAlgorithm().equals(suite.content()),
        IssueCode.ALGORITHM_REFUSED,
        place,
        "it is in another suite than " + suite.name());
    GCMParameters parameters =
        trouble(place).reading(() -> GCMParameters.getInstance(algorithm.getParameters()));
    Refusal.unless(
        parameters.getIcvLen() == TAG_LENGTH
            && parameters.getNonce().length == NONCE_LENGTH
            && data.getMac().getOctetsLength() == TAG_LENGTH,
        IssueCode.ALGORITHM_REFUSED,
        place,
        "its tag or its nonce has another length than the suite's");
    return data;
  }

  /// The names of the keys that the outer envelope is for.
  private List<byte[]> agreement(AuthEnvelopedData layer) throws Refusal {
    ASN1Set recipients = layer.getRecipientInfos();
    Refusal.unless(
        recipients.size() == 1,
        IssueCode.SEAL_UNREADABLE,
        OUTER,
        "it names its recipients in more than one way");
    return trouble(OUTER).reading(() -> named(recipients.getObjectAt(0)));
  }

  private List<byte[]> named(ASN1Encodable recipient) {
    KeyAgreeRecipientInfo info =
        KeyAgreeRecipientInfo.getInstance(RecipientInfo.getInstance(recipient).getInfo());
    Asn1.exact(new RecipientInfo(info), recipient);
    AlgorithmIdentifier expected =
        new AlgorithmIdentifier(suite.agreement(), new AlgorithmIdentifier(suite.wrap()));
    int count = info.getRecipientEncryptedKeys().size();
    if (!info.getVersion().hasValue(3)
        || info.getUserKeyingMaterial() == null
        || !Arrays.equals(info.getUserKeyingMaterial().getOctets(), suite.keyingMaterial())
        || !isPoint(info.getOriginator().getOriginatorKey())
        || !Asn1.same(info.getKeyEncryptionAlgorithm(), expected)
        || count > NestedEnvelope.MOST_KEYS) {
      throw new IllegalArgumentException("other recipients than ours");
    }
    return IntStream.range(0, count)
        .mapToObj(i -> keyName(info.getRecipientEncryptedKeys().getObjectAt(i)))
        .toList();
  }

  private static boolean isPoint(@Nullable OriginatorPublicKey key) {
    AlgorithmIdentifier curve =
        new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1);
    return key != null
        && Asn1.same(key.getAlgorithm(), curve)
        && key.getPublicKeyData().getPadBits() == 0
        && key.getPublicKeyData().getOctets().length == POINT_LENGTH
        && key.getPublicKeyData().getOctets()[0] == UNCOMPRESSED;
  }

  private static byte[] keyName(ASN1Encodable key) {
    RecipientEncryptedKey encrypted = RecipientEncryptedKey.getInstance(key);
    RecipientKeyIdentifier name = encrypted.getIdentifier().getRKeyID();
    if (name == null || name.getDate() != null || name.getOtherKeyAttribute() != null) {
      throw new IllegalArgumentException("a recipient that is not named by its key");
    }
    return name.getSubjectKeyIdentifier().getOctets();
  }

  private void encapsulations(AuthEnvelopedData layer) throws Refusal {
    ASN1Set recipients = layer.getRecipientInfos();
    boolean ours =
        trouble(INNER)
            .reading(() -> {
              boolean all = recipients.size() <= NestedEnvelope.MOST_KEYS;
              for (int i = 0; i < recipients.size(); i++) {
                all &= encapsulation(recipients.getObjectAt(i));
              }
              return all;
            });
    Refusal.unless(
        ours,
        IssueCode.ALGORITHM_REFUSED,
        INNER,
        "its key is encapsulated by other algorithms than the suite's");
  }

  private boolean encapsulation(ASN1Encodable recipient) {
    OtherRecipientInfo other =
        OtherRecipientInfo.getInstance(RecipientInfo.getInstance(recipient).getInfo());
    KEMRecipientInfo info = KEMRecipientInfo.getInstance(other.getValue());
    Asn1.exact(new RecipientInfo(new OtherRecipientInfo(other.getType(), info)), recipient);
    return other.getType().equals(suite.encapsulation().recipient())
        && Asn1.same(info.getKem(), new AlgorithmIdentifier(suite.encapsulation().kem()))
        && Asn1.same(info.getKdf(), new AlgorithmIdentifier(suite.encapsulation().kdf()))
        && Asn1.same(info.getWrap(), new AlgorithmIdentifier(suite.wrap()))
        && Arrays.equals(info.getUkm(), suite.keyingMaterial())
        && info.getRecipientIdentifier().getId() instanceof ASN1OctetString;
  }

  private static SealingPair ours(List<byte[]> names, List<SealingPair> pairs) throws Refusal {
    for (SealingPair pair : pairs) {
      if (isNamed(KeyName.of(pair.known().ecdh()), names)) {
        return pair;
      }
    }
    throw Refusal.because(
        IssueCode.NOT_SEALED_TO_US, OUTER, "it is sealed to none of the keys that still exist");
  }

  private static Octets opened(
      ContentInfo envelope, RecipientId name, Recipient recipient, String place) throws Refusal {
    try {
      Optional<RecipientInformation> us =
          Optional.ofNullable(new CMSAuthEnvelopedData(envelope).getRecipientInfos().get(name));
      if (us.isPresent()) {
        return Octets.of(us.get().getContent(recipient));
      }
    } catch (CMSException | RuntimeException _) {
      // What exactly failed is of use to nobody but a guesser.
      throw Refusal.because(
          IssueCode.SEAL_BROKEN, place, "it was changed on the way, or its key does not fit");
    }
    throw Refusal.because(
        IssueCode.NOT_SEALED_TO_US, place, "it is not sealed to the key that the outer one is");
  }

  private static Asn1.Trouble trouble(String place) {
    return new Asn1.Trouble(IssueCode.SEAL_UNREADABLE, place);
  }
}
