import { YEAR_SECONDS } from '../common-rows';
import type { OptionTable } from '../option-table';
import { quotedFormat } from '../quoting';

/** Rows about what requests and responses look like. */
export const trafficRows = {
  // With TLS the controller's own default is to send the header.
  hsts: (hsts, { draft, options }) => {
    if (hsts === undefined) {
      if (options.tls !== undefined) draft.onIngress('hsts', false);
      return;
    }
    draft.onIngress('hsts', true);
    draft.onIngress('hsts-max-age', hsts.maxAge?.toSeconds() ?? YEAR_SECONDS);
    draft.onIngress('hsts-include-subdomains', hsts.includeSubdomains ?? false);
    draft.onIngress('hsts-preload', hsts.preload ?? false);
  },

  // The controller writes the value as it is, hence the quotes.
  requestHeaders: (headers = {}, { draft }) => {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${quotedFormat(value)}`);
    if (lines.length > 0) draft.onService('headers', lines.join('\n'));
  },

  responseHeaders: (headers = {}, { draft }) => {
    for (const [name, value] of Object.entries(headers))
      draft.lines('response', 'responseHeaders', `http-response set-header ${name} ${quotedFormat(value)}`);
  },

  // Not rewrite-target, which replaces whatever path the Ingress matched, and ignores a prefix of its own.
  pathRewrite: (rewrite, { draft }) => {
    if (rewrite !== undefined)
      draft.lines('request', 'pathRewrite', `http-request replace-path ${rewrite.pattern} ${rewrite.format}`);
  },
} satisfies Partial<OptionTable>;
