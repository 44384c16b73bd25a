import { type AnnotationPlaces, words } from '../annotation-places';

/** @see https://haproxy-ingress.github.io/v0.16/docs/configuration/keys/#scope */
export const annotationPlaces: AnnotationPlaces = {
  ingressOnly: words(`
    app-root auth-tls-error-page auth-tls-secret auth-tls-strict auth-tls-verify-client config-tcp-service redirect-from
    redirect-from-regex server-alias server-alias-regex ssl-always-add-https ssl-always-follow-redirect
    ssl-cipher-suites ssl-ciphers ssl-options-host ssl-passthrough ssl-passthrough-http-port
    tcp-service-port tcp-service-proxy-protocol tls-alpn
  `),
  serviceOnly: new Set(),
  configMapOnly: words(`
    close-sessions-duration config-defaults config-frontend config-frontend-early config-frontend-late config-global
    config-proxy config-sections cookie-key cross-namespace-secrets-ca cross-namespace-secrets-crt
    cross-namespace-secrets-passwd default-backend-redirect default-backend-redirect-code drain-support
    drain-support-redispatch forwardfor fronting-proxy-port healthz-port http-log-format http-port https-port
    load-server-state max-connections nbthread no-redirect-locations no-tls-redirect-locations
    original-forwarded-for-hdr path-type-order prometheus-port real-ip-hdr redirect-from-code redirect-to-code
    ssl-options ssl-redirect-code stats-auth stats-port strict-host syslog-endpoint syslog-format timeout-client
    timeout-client-fin timeout-stop use-forwarded-proto use-haproxy-user use-proxy-protocol
  `),
};
