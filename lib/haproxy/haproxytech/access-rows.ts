import { DEFAULT_CORS_MAX_AGE_SECONDS, DEFAULT_CORS_METHODS, DEFAULT_RATE_STATUS, DEFAULT_REALM } from '../defaults';
import type { OptionTable } from '../option-table';
import { HttpsRedirect } from '../options';
import { originPattern } from '../quoting';
import { haproxyTime } from '../time';

const REDIRECT_CODES = ['301', '302', '303'];

/** Rows about who gets in. The controller reads them on the Ingress only. */
export const accessRows = {
  // A tls section alone switches the redirect on.
  httpsRedirect: (redirect, { draft, options }) => {
    if (redirect === undefined && options.tls === undefined) return;
    const code = redirect ?? HttpsRedirect.FOUND;
    draft.onIngress('ssl-redirect', code !== HttpsRedirect.OFF);
    if (code === HttpsRedirect.OFF) return;
    if (REDIRECT_CODES.includes(code)) draft.onIngress('ssl-redirect-code', code);
    else
      draft.problem('httpsRedirect', code, 'a redirect that haproxytech can do: MOVED_PERMANENTLY, FOUND or SEE_OTHER');
  },

  rateLimit: (limit, { draft }) => {
    if (limit === undefined) return;
    draft.onIngress('rate-limit-requests', limit.requests);
    draft.onIngress('rate-limit-period', limit.period === undefined ? '1s' : haproxyTime(limit.period));
    draft.onIngress('rate-limit-status-code', limit.statusCode ?? DEFAULT_RATE_STATUS);
    if (limit.trackedClients !== undefined) draft.onIngress('rate-limit-size', limit.trackedClients);
    if (limit.exempt !== undefined) draft.onIngress('rate-limit-whitelist', limit.exempt.join(','));
  },

  allowList: (ranges, { draft }) => {
    if (ranges !== undefined) draft.onIngress('allow-list', ranges.join(','));
  },

  denyList: (ranges, { draft }) => {
    if (ranges !== undefined) draft.onIngress('deny-list', ranges.join(','));
  },

  basicAuth: (auth, { draft }) => {
    if (auth === undefined) return;
    draft.onIngress('auth-type', 'basic-auth');
    draft.onIngress('auth-secret', auth.secretName);
    draft.onIngress('auth-realm', auth.realm ?? DEFAULT_REALM);
  },

  cors: (cors, { draft }) => {
    if (cors === undefined) return;
    draft.onIngress('cors-enable', true);
    // The controller searches the expression anywhere in the origin, hence its anchors.
    draft.onIngress('cors-allow-origin', cors.origins === undefined ? '*' : originPattern(cors.origins));
    draft.onIngress('cors-allow-methods', (cors.methods ?? DEFAULT_CORS_METHODS).join(', '));
    draft.onIngress('cors-allow-headers', cors.headers?.join(', ') ?? '*');
    draft.onIngress('cors-max-age', `${cors.maxAge?.toSeconds() ?? DEFAULT_CORS_MAX_AGE_SECONDS}s`);
    draft.onIngress('cors-allow-credentials', cors.credentials ?? false);
    if (cors.exposeHeaders !== undefined)
      draft.problem(
        'cors.exposeHeaders',
        cors.exposeHeaders.join(', '),
        'responseHeaders with Access-Control-Expose-Headers, for haproxytech has no key for it',
      );
  },

  forwardedFor: (forwarded, { draft }) => {
    if (forwarded !== undefined) draft.onService('forwarded-for', forwarded);
  },

  clientAddressHeader: (header, { draft }) => {
    if (header !== undefined) draft.onIngress('src-ip-header', header);
  },
} satisfies Partial<OptionTable>;
