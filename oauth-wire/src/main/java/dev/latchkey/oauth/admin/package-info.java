/**
 * What the resources for administrators have in common: who may call them ({@link
 * dev.latchkey.oauth.admin.AdminResource}), strict JSON bodies and queries, lists in pages,
 * conditional requests (RFC 9110 section 13), and problems as answers to whatever goes wrong (RFC
 * 9457). What they administer is in the services.
 */
@NullMarked
package dev.latchkey.oauth.admin;

import org.jspecify.annotations.NullMarked;
