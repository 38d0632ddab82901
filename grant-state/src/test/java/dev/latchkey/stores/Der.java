package dev.latchkey.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** As much of DER as a certificate needs (ITU-T X.690). */
final class Der {

  private Der() {}

  static byte[] sequence(byte[]... elements) {
    return tagged(0x30, join(elements));
  }

  static byte[] set(byte[]... elements) {
    return tagged(0x31, join(elements));
  }

  static byte[] integer(int value) {
    return tagged(0x02, new byte[] {(byte) value});
  }

  static byte[] text(String value) {
    return tagged(0x0c, value.getBytes(UTF_8));
  }

  /** An object identifier, encoded already. */
  static byte[] oid(String hex) {
    return tagged(0x06, HexFormat.of().parseHex(hex));
  }

  static byte[] octets(byte[] value) {
    return tagged(0x04, value);
  }

  static byte[] bits(byte[] value) {
    return tagged(0x03, join(new byte[] {0}, value));
  }

  static byte[] yes() {
    return tagged(0x01, new byte[] {(byte) 0xff});
  }

  /** A time before 2050, such as {@code 260101000000Z}. */
  static byte[] time(String value) {
    return tagged(0x17, value.getBytes(UTF_8));
  }

  static byte[] tagged(int tag, byte[] content) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else if (content.length < 0x100) {
      out.write(0x81);
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] join(byte[]... elements) {
    var out = new ByteArrayOutputStream();
    for (var element : elements) {
      out.writeBytes(element);
    }
    return out.toByteArray();
  }
}
