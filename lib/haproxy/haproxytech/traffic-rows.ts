import { hstsValue } from '../common-rows';
import type { OptionTable } from '../option-table';
import { quotedFormat } from '../quoting';

/** Rows about what requests and responses look like. The controller reads them on the Ingress only. */
export const trafficRows = {
  hsts: (hsts, { draft }) => {
    if (hsts !== undefined)
      draft.lineOnIngress('response-set-header', header('Strict-Transport-Security', hstsValue(hsts)));
  },

  requestHeaders: (headers = {}, { draft }) => {
    for (const [name, value] of Object.entries(headers)) draft.lineOnIngress('request-set-header', header(name, value));
  },

  responseHeaders: (headers = {}, { draft }) => {
    for (const [name, value] of Object.entries(headers))
      draft.lineOnIngress('response-set-header', header(name, value));
  },

  pathRewrite: (rewrite, { draft }) => {
    if (rewrite !== undefined) draft.onIngress('path-rewrite', `${rewrite.pattern} ${rewrite.format}`);
  },
} satisfies Partial<OptionTable>;

function header(name: string, value: string): string {
  return `${name} ${quotedFormat(value)}`;
}
