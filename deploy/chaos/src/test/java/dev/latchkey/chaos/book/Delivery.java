package dev.latchkey.chaos.book;

/**
 * Tokens that a device was given for its code.
 *
 * @param device the linked device that they name
 * @param tokens all of the answer; two answers with the same are one answer, given twice
 */
public record Delivery(String device, String tokens) {

  @Override
  public String toString() {
    return "Delivery[" + device + "]";
  }
}
