/**
 * The refresh grant (RFC 6749 section 6) with the rotation of DESIGN section 4: a lost answer, a
 * parallel request or a restored or crashed database must not log a real device out, and a thief
 * must not stay in. {@code Rotation} is this diagram; {@code g} is the generation in the row:
 *
 * <pre>
 *  shown            when                              answer  row
 *  g + n            any time                          g + n   moves forward (FORWARD)
 *  g                rotation off                      g       - (SAME)
 *  g                g > 1, within 60 s of rotation    g       g was used (SAME)
 *  g                otherwise                         g + 1   g + 1, unused (NEXT)
 *  g - 1            within 60 s of rotation           g       - (SAME)
 *  g - 1            later, bound to a key             g       - (SAME)
 *  g - 1            later, g unused, the first time   g       late replay (LATE)
 *  g - 1            later, otherwise                  none    revoked (REUSE)
 *  g - 2 and less   any time                          none    revoked (REUSE)
 * </pre>
 *
 * <p>Each change of the row is one conditional UPDATE; who loses it reads again and decides anew.
 */
@NullMarked
package dev.latchkey.token.refresh;

import org.jspecify.annotations.NullMarked;
