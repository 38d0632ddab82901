package dev.latchkey.authz.registry;

/**
 * An API as it is stored.
 *
 * @param declared whether the file declares it: administrators do not change it then
 */
public record StoredApi(Api api, boolean declared) {}
