package dev.latchkey.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A message in the wire format of Protocol Buffers: fields by number, in the order they came. */
final class ProtoMessage {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED32 = 5;

  private record Field(int number, long value, ByteBuffer bytes) {}

  private static final ByteBuffer NONE = ByteBuffer.allocate(0);

  private final List<Field> fields = new ArrayList<>();
  private final byte[] wire;
  private int at;

  private ProtoMessage(byte[] wire) {
    this.wire = wire;
  }

  static ProtoMessage parse(byte[] wire) {
    var message = new ProtoMessage(wire);
    while (message.at < wire.length) {
      message.readField();
    }
    return message;
  }

  List<ProtoMessage> messages(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(field -> parse(field.bytes().array()))
        .toList();
  }

  byte[] bytes(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(field -> field.bytes().array())
        .findFirst()
        .orElse(new byte[0]);
  }

  String text(int number) {
    return new String(bytes(number), UTF_8);
  }

  long number(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .mapToLong(Field::value)
        .findFirst()
        .orElse(0);
  }

  boolean has(int number) {
    return fields.stream().anyMatch(field -> field.number() == number);
  }

  private void readField() {
    var tag = varint();
    var number = (int) (tag >>> 3);
    switch ((int) (tag & 7)) {
      case VARINT -> fields.add(new Field(number, varint(), NONE));
      case FIXED64 -> fields.add(new Field(number, fixed(8), NONE));
      case FIXED32 -> fields.add(new Field(number, fixed(4), NONE));
      case LENGTH -> {
        var length = (int) varint();
        var bytes = new byte[length];
        System.arraycopy(wire, at, bytes, 0, length);
        at += length;
        fields.add(new Field(number, 0, ByteBuffer.wrap(bytes)));
      }
      default -> throw new AssertionError("no wire type of ours");
    }
  }

  private long varint() {
    var value = 0L;
    for (var shift = 0; ; shift += 7) {
      var next = wire[at++];
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private long fixed(int bytes) {
    var value = 0L;
    for (var index = 0; index < bytes; index++) {
      value |= (long) (wire[at++] & 0xFF) << (8 * index);
    }
    return value;
  }
}
