import type { PropProblem } from '../../errors';
import { isHost, isPath, isSubdomain, PATH } from '../formats';
import { IngressDialect, type IngressOptions, IngressPathType } from '../ingress-options';
import { HttpsRedirect, HttpVersion, ProxyProtocol } from '../options';
import { unknownOptionProblems } from './known-options';
import { Problems } from './problems';
import { accessProblems } from './validate-access';
import { serverProblems } from './validate-servers';
import { snippetProblems } from './validate-snippet';
import { headerProblems, pathRewriteProblems } from './validate-traffic';

/**
 * What is wrong with the options under any controller; what a controller cannot do comes from its dialect.
 * @param field path of the options in the user's props
 * @returns every problem; empty when they can be used
 */
export function validateIngressOptions(options: IngressOptions, field = 'ingress'): PropProblem[] {
  const found: PropProblem[] = [];
  const problems = new Problems(found, field);
  unknownOptionProblems(options, problems);
  problems.at('dialect').oneOf(options.dialect, Object.values(IngressDialect));
  problems.at('ingressClassName').text(options.ingressClassName, isSubdomain, 'the name of an IngressClass');
  problems.at('hosts').each(options.hosts, (host, at) => at.text(host, isHost, HOST));
  problems.at('hosts').distinct(options.hosts, (host) => host);
  problems.at('paths').distinct(options.paths, ({ path, pathType }) => `${pathType ?? IngressPathType.PREFIX} ${path}`);
  problems.at('paths').each(options.paths, ({ path, pathType, port }, at) => {
    at.at('path').text(path, isPath, PATH);
    at.at('pathType').oneOf(pathType, Object.values(IngressPathType));
    at.at('port').whole(port, 1, 65535);
  });
  tlsProblems(options, problems);
  serverProblems(options, problems);
  accessProblems(options, problems);
  headerProblems(options, problems);
  pathRewriteProblems(options.pathRewrite, problems.at('pathRewrite'));
  problems.at('backendProtocol').oneOf(options.backendProtocol, Object.values(HttpVersion));
  problems.at('proxyProtocol').oneOf(options.proxyProtocol, Object.values(ProxyProtocol));
  snippetProblems(options, problems);
  return found;
}

const HOST = "a DNS name in lower case, or one with a wildcard for its first label ('*.example.com')";

function tlsProblems({ tls, hosts, hsts, httpsRedirect, backendTls }: IngressOptions, problems: Problems): void {
  problems.at('tls.secretName').text(tls?.secretName, isSubdomain, 'the name of a Secret');
  problems.at('tls.issuerName').text(tls?.issuerName, isSubdomain, 'the name of a cert-manager issuer');
  if (tls !== undefined && hosts === undefined)
    problems.at('hosts').add(undefined, 'at least one host, for TLS without hosts does nothing');
  problems.at('httpsRedirect').oneOf(httpsRedirect, Object.values(HttpsRedirect));
  if (hsts !== undefined && tls === undefined) problems.at('hsts').add(hsts, 'tls beside it, for HSTS needs HTTPS');
  const maxAge = problems.at('hsts.maxAge');
  maxAge.duration(hsts?.maxAge, 'second', false);
  const days = hsts?.maxAge?.toDays({ integral: false }) ?? 365;
  if (hsts?.preload === true && (hsts.includeSubdomains !== true || days < 365))
    problems.at('hsts.preload').add(true, 'includeSubdomains: true and a maxAge of a year beside it');
  problems.at('backendTls.caSecretName').text(backendTls?.caSecretName, isSubdomain, 'the name of a Secret');
  problems.at('backendTls.clientSecretName').text(backendTls?.clientSecretName, isSubdomain, 'the name of a Secret');
  problems.at('backendTls.serverName').text(backendTls?.serverName, isSubdomain, 'a DNS name in lower case');
}
