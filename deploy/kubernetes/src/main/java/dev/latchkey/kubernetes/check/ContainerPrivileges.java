package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.SecurityContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A container can gain nothing and write nothing but into its volumes. */
final class ContainerPrivileges implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .workloads()
        .flatMap(workload -> workload.wrong(workload.containers(), each -> of(each).stream()));
  }

  private static List<String> of(Container container) {
    SecurityContext context = container.getSecurityContext();
    if (context == null) {
      return List.of("has no securityContext");
    }
    var wrong = new ArrayList<String>();
    if (!Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())) {
      wrong.add("allowPrivilegeEscalation is not false");
    }
    if (Boolean.TRUE.equals(context.getPrivileged())) {
      wrong.add("is privileged");
    }
    if (!Boolean.TRUE.equals(context.getReadOnlyRootFilesystem())) {
      wrong.add("readOnlyRootFilesystem is not true");
    }
    if (context.getCapabilities() == null
        || !context.getCapabilities().getDrop().contains("ALL")
        || !context.getCapabilities().getAdd().isEmpty()) {
      wrong.add("does not drop ALL capabilities");
    }
    wrong.addAll(overruled(context));
    return wrong;
  }

  /** What it says for itself, over the pod's. */
  private static List<String> overruled(SecurityContext context) {
    var wrong = new ArrayList<String>();
    if (Boolean.FALSE.equals(context.getRunAsNonRoot())
        || (context.getRunAsUser() != null && context.getRunAsUser() == 0)) {
      wrong.add("may run as root");
    }
    if (context.getSeccompProfile() != null
        && !"RuntimeDefault".equals(context.getSeccompProfile().getType())) {
      wrong.add("seccompProfile is not RuntimeDefault");
    }
    return wrong;
  }
}
