package dev.latchkey.token.keys;

import org.eclipse.microprofile.config.spi.Converter;

/** Reads an algorithm by its name in RFC 7518 and RFC 8037. */
public final class AlgorithmConverter implements Converter<Algorithm> {

  private static final long serialVersionUID = 1L;

  @Override
  public Algorithm convert(String value) {
    return Algorithm.named(value.strip())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "latchkey.signing.algorithm is one of " + Algorithm.names()));
  }
}
