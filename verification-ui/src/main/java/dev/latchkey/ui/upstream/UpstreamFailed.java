package dev.latchkey.ui.upstream;

import dev.latchkey.ui.account.UpstreamFailure;
import io.quarkus.qute.TemplateInstance;

/**
 * templates/UpstreamFailed.html
 *
 * @param provider as people know it
 * @param connecting the person was about to connect a device, whose code still works
 * @param again the address that goes to the provider once more
 * @param otherWay the sign-in page
 * @param code the way back to the code
 */
record UpstreamFailed(
    UpstreamFailure reason,
    String provider,
    boolean connecting,
    String again,
    String otherWay,
    String code)
    implements TemplateInstance {}
