/**
 * The logos of clients, which the registry keeps and the pages show beside the clients' names:
 * {@code /assets/clients/<digest>}, in templates {@code client.html}.
 */
@NullMarked
package dev.latchkey.ui.clientlogo;

import org.jspecify.annotations.NullMarked;
