import { commonRows } from '../common-rows';
import { IngressDialect } from '../ingress-options';
import { TableDialect } from '../option-table';
import { accessRows } from './access-rows';
import { annotationPlaces } from './annotation-places';
import { serverRows } from './server-rows';
import { trafficRows } from './traffic-rows';

/**
 * jcmoraisjr/haproxy-ingress. What concerns the pods is put on the Service, what concerns paths and hosts on the
 * Ingress.
 * @see https://haproxy-ingress.github.io/v0.16/docs/configuration/keys/
 */
export class JcmoraisjrDialect extends TableDialect {
  public constructor() {
    super({
      name: IngressDialect.JCMORAISJR,
      controller: 'jcmoraisjr/haproxy-ingress v0.16',
      defaultIngressClassName: 'haproxy',
      prefix: 'haproxy-ingress.github.io/',
      snippetAnnotation: 'config-backend',
      withoutSnippets: "the controller's ConfigMap (config-defaults) can say it for all backends",
      places: annotationPlaces,
      rows: { ...commonRows, ...accessRows, ...serverRows, ...trafficRows },
    });
  }
}
