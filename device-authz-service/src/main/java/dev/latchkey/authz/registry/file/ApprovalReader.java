package dev.latchkey.authz.registry.file;

import dev.latchkey.authz.registry.file.RegistryFile.DeclaredApproval;
import dev.latchkey.authz.registry.file.RegistryFile.DeclaredClient;
import dev.latchkey.grant.ApprovalPolicy;
import io.netty.util.NetUtil;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a client of the file demands of whoever approves its devices. */
final class ApprovalReader {

  /** A grant carries them all. */
  static final int MOST_ENTRIES = 50;

  private static final int IPV6_BYTES = 16;

  static final Pattern RANGE = Pattern.compile("([0-9a-fA-F.:]{2,45})/([0-9]{1,3})");

  private final FieldRules fields;

  ApprovalReader(FieldRules fields) {
    this.fields = fields;
  }

  ApprovalPolicy read(String at, DeclaredClient client) {
    var declared = client.approval();
    var approval = declared == null ? new DeclaredApproval(null, null, null, null, null) : declared;
    var field = at + ".approval";
    return new ApprovalPolicy(
        Boolean.TRUE.equals(client.firstParty()),
        Boolean.TRUE.equals(approval.typedCode()),
        fields.noting(Set.of(), () -> networks(field + ".networks", approval.networks())),
        Boolean.TRUE.equals(approval.sameNetwork()),
        fields.noting(Set.of(), () -> few(field + ".groups", approval.groups())),
        fields.noting(false, () -> number(field + ".confirmation", approval.confirmation())));
  }

  private Set<String> networks(String field, @Nullable List<String> declared) {
    var networks = few(field, declared);
    var i = 0;
    for (var network : networks) {
      var entry = YamlText.child(field, i++);
      fields.noting(() -> network(entry, network));
    }
    return networks;
  }

  private void network(String field, String network) {
    fields.check(
        isNetwork(network),
        field,
        "is no network such as 10.20.0.0/16 or 2001:db8::/32, without bits behind its prefix");
    fields.check(
        !isMapped(network),
        field,
        "is a network of IPv4 written as IPv6; write it as one of IPv4, such as 10.20.0.0/16");
  }

  private Set<String> few(String field, @Nullable List<String> declared) {
    // An empty list looks like nobody, and would be everybody.
    fields.check(declared == null || !declared.isEmpty(), field, "is empty");
    var values = fields.set(field, declared);
    fields.check(
        values.size() <= MOST_ENTRIES, field, "has more than " + MOST_ENTRIES + " entries");
    return values;
  }

  private boolean number(String field, @Nullable String declared) {
    fields.check(declared == null || declared.equals("number"), field, "is number, or left out");
    return declared != null;
  }

  private static boolean isNetwork(String text) {
    var range = RANGE.matcher(text);
    if (!range.matches()) {
      return false;
    }
    var base = NetUtil.createByteArrayFromIpAddressString(range.group(1));
    var bits = Integer.parseInt(range.group(2));
    return base != null && bits <= base.length * 8 && isBase(base, bits);
  }

  /**
   * RFC 4291 section 2.5.5.2. Addresses of browsers are IPv4 wherever they are written like that,
   * so it would hold none of them.
   */
  private static boolean isMapped(String text) {
    var base = NetUtil.createByteArrayFromIpAddressString(text.substring(0, text.indexOf('/')));
    try {
      return base != null
          && base.length == IPV6_BYTES
          && InetAddress.getByAddress(base) instanceof Inet4Address;
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether nothing is set behind the prefix: 10.20.30.40/16 is a slip of somebody's pen. */
  private static boolean isBase(byte[] address, int bits) {
    for (var bit = bits; bit < address.length * 8; bit++) {
      if ((address[bit / 8] & (0x80 >> (bit % 8))) != 0) {
        return false;
      }
    }
    return true;
  }
}
