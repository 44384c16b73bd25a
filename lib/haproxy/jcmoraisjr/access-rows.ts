import { DEFAULT_CORS_MAX_AGE_SECONDS, DEFAULT_CORS_METHODS, DEFAULT_RATE_STATUS, DEFAULT_REALM } from '../defaults';
import type { Draft } from '../draft';
import type { OptionTable } from '../option-table';
import { HttpsRedirect } from '../options';
import { originPattern } from '../quoting';
import { haproxyTime } from '../time';

/** Rows about who gets in. */
export const accessRows = {
  httpsRedirect: (redirect, { draft, options }) => {
    if (redirect === undefined && options.tls === undefined) return;
    const code = redirect ?? HttpsRedirect.FOUND;
    draft.onIngress('ssl-redirect', code !== HttpsRedirect.OFF);
    if (code === HttpsRedirect.OFF) return;
    if (options.tls === undefined)
      draft.problem('httpsRedirect', code, 'tls beside it, for jcmoraisjr redirects hosts with TLS only');
    if (code !== HttpsRedirect.FOUND)
      draft.problem(
        'httpsRedirect',
        code,
        "FOUND, for jcmoraisjr has one status for all: set ssl-redirect-code in the controller's ConfigMap",
      );
  },

  rateLimit: (limit, { draft }) => {
    if (limit === undefined) return;
    draft.onService('limit-rps', limit.requests);
    if (limit.exempt !== undefined) draft.onService('limit-whitelist', limit.exempt.join(','));
    if (limit.period !== undefined && limit.period.toMilliseconds() !== 1000)
      draft.problem(
        'rateLimit.period',
        haproxyTime(limit.period),
        'one second, the only period of jcmoraisjr: divide requests by the seconds',
      );
    if (limit.statusCode !== undefined && limit.statusCode !== DEFAULT_RATE_STATUS)
      draft.problem('rateLimit.statusCode', limit.statusCode, '429, the only status of jcmoraisjr');
    if (limit.trackedClients !== undefined)
      draft.problem(
        'rateLimit.trackedClients',
        limit.trackedClients,
        'nothing, for jcmoraisjr has a fixed table; the haproxytech dialect can set it',
      );
  },

  allowList: (ranges, { draft }) => {
    if (ranges !== undefined) draft.onIngress('allowlist-source-range', ranges.join(','));
  },

  denyList: (ranges, { draft }) => {
    if (ranges !== undefined) draft.onIngress('denylist-source-range', ranges.join(','));
  },

  basicAuth: (auth, { draft }) => {
    if (auth === undefined) return;
    draft.onIngress('auth-secret', auth.secretName);
    draft.onIngress('auth-realm', auth.realm ?? DEFAULT_REALM);
  },

  cors: (cors, { draft }) => {
    if (cors === undefined) return;
    draft.onIngress('cors-enable', true);
    allowOrigins(cors.origins, draft);
    draft.onIngress('cors-allow-methods', (cors.methods ?? DEFAULT_CORS_METHODS).join(', '));
    draft.onIngress('cors-allow-headers', cors.headers?.join(', ') ?? '*');
    draft.onIngress('cors-max-age', cors.maxAge?.toSeconds() ?? DEFAULT_CORS_MAX_AGE_SECONDS);
    draft.onIngress('cors-allow-credentials', cors.credentials ?? false);
    if (cors.exposeHeaders !== undefined) draft.onIngress('cors-expose-headers', cors.exposeHeaders.join(', '));
  },

  // Adding it is the controller's default, and one for all.
  forwardedFor: (forwarded, { draft }) => {
    if (forwarded === false)
      draft.problem(
        'forwardedFor',
        false,
        "nothing, for jcmoraisjr has it for the whole controller only: set forwardfor: ignore in the controller's ConfigMap",
      );
  },

  clientAddressHeader: (header, { draft }) => {
    if (header !== undefined)
      draft.problem(
        'clientAddressHeader',
        header,
        "nothing, for jcmoraisjr reads no such header: let the proxy in front speak the PROXY protocol and set use-proxy-protocol in the controller's ConfigMap",
      );
  },
} satisfies Partial<OptionTable>;

/**
 * What the controller takes for an origin. One text of the list that it does not take, and it allows every origin.
 * @see jcmoraisjr/haproxy-ingress:pkg/converters/ingress/annotations/validator.go@v0.16.1
 */
const PLAIN_ORIGIN = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\/[A-Za-z0-9.-]*(:[0-9]+)?$/;

/** Stands where an origin must: the first one is the answer to all that are not allowed. Nobody can own this name. */
const NO_ORIGIN = 'https://none.invalid';

/** Others than plain origins become an expression, beside which `*` must not stand: it would hold for all the rest. */
function allowOrigins(origins: readonly string[] | undefined, draft: Draft): void {
  const plain = origins?.filter((origin) => PLAIN_ORIGIN.test(origin)) ?? ['*'];
  const others = origins?.filter((origin) => !PLAIN_ORIGIN.test(origin)) ?? [];
  draft.onIngress('cors-allow-origin', plain.length > 0 ? plain.join(',') : NO_ORIGIN);
  if (others.length > 0) draft.onIngress('cors-allow-origin-regex', originPattern(others));
}
