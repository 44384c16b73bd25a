import { DEFAULT_CORS_MAX_AGE_SECONDS, DEFAULT_CORS_METHODS, DEFAULT_RATE_STATUS, DEFAULT_REALM } from '../defaults';
import type { OptionTable } from '../option-table';
import { HttpsRedirect } from '../options';
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
    draft.onIngress('cors-allow-origin', cors.origins?.join(',') ?? '*');
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
