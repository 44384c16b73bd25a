/**
 * The keys that the controller reads from its ConfigMap; all others it ignores without a word.
 * @see https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/doc.yaml
 */
export const CONFIG_KEYS: ReadonlySet<string> = new Set(
  `
  abortonclose allow-list auth-realm auth-secret auth-type backend-config-snippet blacklist check check-http
  check-interval clean-certs client-ca client-crt-optional client-strict-sni cookie-persistence
  cookie-persistence-no-dynamic cors-allow-credentials cors-allow-headers cors-allow-methods cors-allow-origin
  cors-enable cors-max-age cors-respond-to-options cr-backend deny-list dontlognull forwarded-for
  frontend-config-snippet generate-certificates-signer global-config-snippet hard-stop-after http-connection-mode
  http-keep-alive http-server-close load-balance log-format log-format-tcp logasap maxconn nbthread path-rewrite
  pod-maxconn prometheus-endpoint-auth-secret proxy-protocol quic-alt-svc-max-age rate-limit-period
  rate-limit-requests rate-limit-size rate-limit-status-code rate-limit-whitelist request-capture
  request-capture-len request-redirect request-redirect-code request-set-header response-set-header
  scale-server-slots send-proxy-protocol server-ca server-crt server-proto server-slots server-ssl
  servers-increment set-host src-ip-header ssl-certificate ssl-passthrough ssl-redirect ssl-redirect-code
  ssl-redirect-port stats-config-snippet syslog-server timeout-check timeout-client timeout-client-fin
  timeout-connect timeout-http-keep-alive timeout-http-request timeout-queue timeout-server timeout-server-fin
  timeout-tunnel tls-alpn whitelist
  `
    .trim()
    .split(/\s+/),
);
