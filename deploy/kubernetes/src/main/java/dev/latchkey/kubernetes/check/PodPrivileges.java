package dev.latchkey.kubernetes.check;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A pod has nothing of its node, no token of the cluster, and an account of its own. */
final class PodPrivileges implements Check {

  @Override
  public Stream<String> violations(Installation installation) {
    return installation
        .workloads()
        .flatMap(each -> of(each, installation).map(wrong -> each.name() + ": " + wrong));
  }

  private static Stream<String> of(Workload workload, Installation installation) {
    var pod = workload.pod();
    var wrong = new ArrayList<String>();
    if (!Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())) {
      wrong.add("automountServiceAccountToken is not false");
    }
    if (on(pod.getHostNetwork()) || on(pod.getHostPID()) || on(pod.getHostIPC())) {
      wrong.add("shares a namespace with its node");
    }
    if (pod.getVolumes().stream().anyMatch(volume -> volume.getHostPath() != null)) {
      wrong.add("mounts a path of its node");
    }
    var account = pod.getServiceAccountName();
    if (account == null
        || installation.find(ServiceAccount.class, workload.object(), account).isEmpty()) {
      wrong.add("has no service account of its own");
    }
    wrong.addAll(user(pod));
    return wrong.stream();
  }

  private static List<String> user(PodSpec pod) {
    PodSecurityContext context = pod.getSecurityContext();
    if (context == null) {
      return List.of("has no securityContext");
    }
    var wrong = new ArrayList<String>();
    if (!on(context.getRunAsNonRoot())) {
      wrong.add("runAsNonRoot is not true");
    }
    if (context.getRunAsUser() == null || context.getRunAsUser() == 0) {
      wrong.add("runAsUser is no number of a user but root");
    }
    if (context.getSeccompProfile() == null
        || !"RuntimeDefault".equals(context.getSeccompProfile().getType())) {
      wrong.add("seccompProfile is not RuntimeDefault");
    }
    return wrong;
  }

  private static boolean on(Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
