package dev.latchkey.fleet.run;

import dev.latchkey.fleet.person.Account;
import dev.latchkey.fleet.person.People.Browsers;
import dev.latchkey.fleet.wire.Credentials;
import dev.latchkey.fleet.wire.Endpoints;
import dev.latchkey.fleet.wire.Forms;
import dev.latchkey.fleet.wire.WireLimits;

/**
 * Where the fleet goes, as whom, and with how much.
 *
 * @param limits of the whole fleet; at least a connection for each of the threads
 * @param threads how many event loops, and slices of the fleet
 */
public record Target(
    Endpoints endpoints,
    Credentials credentials,
    Forms forms,
    WireLimits limits,
    Account account,
    Browsers browsers,
    int threads) {}
