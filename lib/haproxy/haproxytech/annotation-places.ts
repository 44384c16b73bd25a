import { type AnnotationPlaces, words } from '../annotation-places';

/** @see https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/doc.yaml (`applies_to`) */
export const annotationPlaces: AnnotationPlaces = {
  ingressOnly: words(`
    allow-list auth-realm auth-secret auth-type blacklist cors-allow-credentials cors-allow-headers cors-allow-methods
    cors-allow-origin cors-enable cors-max-age deny-list path-rewrite rate-limit-period rate-limit-requests
    rate-limit-size rate-limit-status-code rate-limit-whitelist request-capture request-capture-len request-redirect
    request-redirect-code request-set-header response-set-header set-host src-ip-header ssl-redirect ssl-redirect-code
    ssl-redirect-port whitelist
  `),
  serviceOnly: words('route-acl'),
  configMapOnly: words(`
    clean-certs client-ca client-crt-optional client-strict-sni dontlognull frontend-config-snippet
    generate-certificates-signer global-config-snippet hard-stop-after http-connection-mode http-keep-alive
    http-server-close log-format log-format-tcp logasap maxconn nbthread prometheus-endpoint-auth-secret proxy-protocol
    quic-alt-svc-max-age ssl-certificate stats-config-snippet syslog-server timeout-client timeout-client-fin
    timeout-connect timeout-http-keep-alive timeout-http-request timeout-queue timeout-server-fin timeout-tunnel
    tls-alpn
  `),
};
