/**
 * What the controller calls the backend of a Service's port, which is also the label `proxy` of HAProxy's metrics.
 * @param portName The name of the Service's port
 * @see haproxytech/kubernetes-ingress:pkg/service/service.go@v3.2.11
 */
export function backendName(namespace: string, service: string, portName: string): string {
  return `${namespace}_svc_${service}_${portName}`;
}
