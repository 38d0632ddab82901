/**
 * {@code make demo}: a TV in text that signs its owner in, as any device with any RFC 8628 server
 * would. It knows Latchkey only by its public origin. With {@code --approve} it also plays the
 * person with the phone, by HTTP and through the same pages.
 */
@NullMarked
package dev.latchkey.local.demo;

import org.jspecify.annotations.NullMarked;
