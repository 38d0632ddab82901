package dev.latchkey.oauth.admin;

/**
 * A JSON body that an administrator sends. Records that are one are read strictly, by {@link
 * AdminBodyReader}.
 */
public interface AdminBody {}
