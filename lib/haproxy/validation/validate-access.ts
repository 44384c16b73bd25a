import { isOneLine, isOrigin, isPlainToken, isRange, isSubdomain } from '../formats';
import type { IngressOptions } from '../ingress-options';
import type { Problems } from './problems';

const RANGE = "an IP address or a CIDR range such as '10.0.0.0/8'";
const ORIGIN =
  "an origin such as 'https://example.com', in lower case and without its default port and a path; an asterisk may be its first label: 'https://*.example.com'";
const HEADER = 'a header name of letters, digits and -_.';

/** Options about who gets in. */
export function accessProblems(options: IngressOptions, problems: Problems): void {
  const { rateLimit, basicAuth, cors } = options;
  const rate = problems.at('rateLimit');
  rate.at('requests').whole(rateLimit?.requests, 1);
  rate.at('period').duration(rateLimit?.period);
  rate.at('statusCode').whole(rateLimit?.statusCode, 400, 599);
  rate.at('trackedClients').whole(rateLimit?.trackedClients, 1);
  rate.at('exempt').each(rateLimit?.exempt, (range, at) => at.text(range, isRange, RANGE));
  problems.at('allowList').each(options.allowList, (range, at) => at.text(range, isRange, RANGE));
  problems.at('denyList').each(options.denyList, (range, at) => at.text(range, isRange, RANGE));

  problems.at('basicAuth.secretName').text(basicAuth?.secretName, isSubdomain, 'the name of a Secret');
  problems
    .at('basicAuth.realm')
    .text(
      basicAuth?.realm,
      (r) => isOneLine(r) && r !== '' && !/["'\\$%#]/.test(r),
      'text without quotes, \\, $, % and #',
    );

  const at = problems.at('cors');
  at.at('origins').each(cors?.origins, (origin, o) => o.text(origin, isOrigin, ORIGIN));
  at.at('methods').each(cors?.methods, (method, m) => m.oneOf(method, METHODS));
  at.at('headers').each(cors?.headers, (header, h) => h.text(header, isPlainToken, HEADER));
  at.at('exposeHeaders').each(cors?.exposeHeaders, (header, h) => h.text(header, isPlainToken, HEADER));
  at.at('maxAge').duration(cors?.maxAge, 'second');
  if (cors?.credentials === true && cors.origins === undefined)
    at.at('credentials').add(true, 'origins beside it, for browsers refuse credentials when every origin is allowed');
  problems.at('clientAddressHeader').text(options.clientAddressHeader, isPlainToken, HEADER);
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
