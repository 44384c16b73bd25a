import { commonRows } from '../common-rows';
import { IngressDialect } from '../ingress-options';
import { TableDialect } from '../option-table';
import { accessRows } from './access-rows';
import { annotationPlaces } from './annotation-places';
import { serverRows } from './server-rows';
import { trafficRows } from './traffic-rows';

/**
 * haproxytech/kubernetes-ingress. What concerns the pods is put on the Service: it holds for every Ingress that
 * routes there, and different snippets on such Ingresses would make the controller reload for ever.
 * @see https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/documentation/annotations.md
 * @see https://github.com/haproxytech/kubernetes-ingress/issues/517
 */
export class HaproxytechDialect extends TableDialect {
  public constructor() {
    super({
      name: IngressDialect.HAPROXYTECH,
      controller: 'haproxytech/kubernetes-ingress 3.2',
      defaultIngressClassName: 'haproxy',
      prefix: 'haproxy.org/',
      snippetAnnotation: 'backend-config-snippet',
      withoutSnippets: 'a Backend custom resource of ingress.v3.haproxy.org can say it',
      places: annotationPlaces,
      rows: { ...commonRows, ...accessRows, ...serverRows, ...trafficRows },
    });
  }
}
