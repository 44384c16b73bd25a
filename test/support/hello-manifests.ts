/** A Hello World and a controller, as far as the scripts read manifests. */
export const HELLO_MANIFESTS = `kind: DaemonSet
metadata: { name: haproxy, namespace: haproxy-controller }
spec: { template: { metadata: { labels: { run: haproxy-ingress } } } }
---
kind: Deployment
metadata: { name: hello-world, namespace: hello-world }
spec: { replicas: 3, template: { metadata: { labels: { app: hello-world, tier: adapter } } } }
---
kind: Service
metadata: { name: hello-world, namespace: hello-world }
spec: { selector: { app: hello-world } }
---
kind: Ingress
metadata: { name: hello-world, namespace: hello-world }
spec: { rules: [{ http: { paths: [{ path: /, backend: { service: { name: hello-world } } }] } }] }
`;
