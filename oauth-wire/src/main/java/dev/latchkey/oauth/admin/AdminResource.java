package dev.latchkey.oauth.admin;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource below {@code /admin}: no method of it runs without an administrator's access token,
 * see {@link AdminAccess}. {@code SecurityContext} then names the client that calls.
 */
@NameBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AdminResource {}
