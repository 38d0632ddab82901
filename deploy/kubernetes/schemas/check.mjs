// Reads a JSON list of Kubernetes objects, and prints what the schemas of the packages say against
// each, a line per object; nothing if all is well. A kind that they do not know is a failure.
import { text } from "node:stream/consumers";

const PACKAGES = {
  "gateway.networking.k8s.io": "@kubernetes-models/gateway-api",
  "monitoring.coreos.com": "@kubernetes-models/prometheus-operator",
};

for (const object of JSON.parse(await text(process.stdin))) {
  const { apiVersion, kind } = object;
  const from = PACKAGES[apiVersion.split("/")[0]] ?? "kubernetes-models";
  const model = (await import(`${from}/${apiVersion}/${kind}`))[kind];
  try {
    new model(object).validate();
  } catch (error) {
    console.log(`${kind}/${object.metadata?.name}: ${error.message}`);
  }
}
