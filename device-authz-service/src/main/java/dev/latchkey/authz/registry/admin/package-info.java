/**
 * {@code /admin/clients} and {@code /admin/apis}: the registry in the hands of an administrator,
 * but for what the file declares, which is read-only here (ADR 26). What is sent has the fields of
 * the file and is read by its rules.
 */
@NullMarked
package dev.latchkey.authz.registry.admin;

import org.jspecify.annotations.NullMarked;
