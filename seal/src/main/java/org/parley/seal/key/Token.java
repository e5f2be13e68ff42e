package org.parley.seal.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import org.parley.core.terms.Octets;
import org.parley.seal.Crypto;
import org.parley.seal.IdentityKeys;
import org.parley.seal.IdentityMaker;

/// A token after PKCS#11 that holds the identity key and signs with it; the key can be used there
/// and never read out.
public final class Token {

  private static final String ALIAS = "parley-identity";

  private final Provider provider;
  private final KeyStore store;

  private Token(Provider provider, KeyStore store) {
    this.provider = provider;
    this.store = store;
  }

  /// Opens the token in a slot.
  ///
  /// @param library the maker's PKCS#11 library
  /// @param slot which of the library's slots with a token, counted from 0
  public static Token open(Path library, int slot, char[] pin) {
    if (library.toString().contains("\"")) {
      throw new IllegalArgumentException("a library's path has no quotation marks: " + library);
    }
    Provider general = Security.getProvider("SunPKCS11");
    if (general == null) {
      throw new IllegalStateException("this Java platform has no PKCS#11");
    }
    try {
      Provider provider = general.configure(settings(library, slot));
      KeyStore store = KeyStore.getInstance("PKCS11", provider);
      store.load(null, pin);
      return new Token(provider, store);
    } catch (GeneralSecurityException | IOException | RuntimeException why) {
      throw Crypto.fault("the token does not open", why);
    }
  }

  Provider provider() {
    return provider;
  }

  /// @param number which of the node's identities, counted from 1
  PrivateKey identityKey(int number) {
    try {
      if (store.getKey(alias(number), null) instanceof PrivateKey key) {
        return key;
      }
      throw new GeneralSecurityException("no key named " + alias(number));
    } catch (GeneralSecurityException why) {
      throw Crypto.fault("the token does not hold the identity key", why);
    }
  }

  /// Makes the identity key inside, and the rest of the identity around it.
  IdentityKeys make(IdentityMaker maker, int number) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", provider);
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      IdentityKeys made = maker.around(pair, provider);
      store.setKeyEntry(
          alias(number),
          pair.getPrivate(),
          null,
          new Certificate[] {certificate(made.certificates().classical())});
      return made;
    } catch (GeneralSecurityException | RuntimeException why) {
      throw Crypto.fault("the token does not make a key", why);
    }
  }

  /// Takes the identity key out of the token for good.
  void destroy(int number) {
    try {
      store.deleteEntry(alias(number));
    } catch (GeneralSecurityException why) {
      throw Crypto.fault("the token does not destroy the key", why);
    }
  }

  private static String alias(int number) {
    return number == 1 ? ALIAS : ALIAS + "-" + number;
  }

  /// What is asked of the token for the keys it makes: they stay, and stay inside.
  private static String settings(Path library, int slot) {
    return """
    --name = parley
    library = "%s"
    slotListIndex = %d
    attributes(generate, CKO_PRIVATE_KEY, CKK_EC) = {
      CKA_TOKEN = true
      CKA_SENSITIVE = true
      CKA_EXTRACTABLE = false
      CKA_SIGN = true
    }
    """
        .formatted(library, slot);
  }

  private static Certificate certificate(Octets der) throws GeneralSecurityException {
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(der.toArray()));
  }
}
