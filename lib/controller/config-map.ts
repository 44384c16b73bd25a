import { ConfigMap } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { removeImmutableFalse } from '../objects';
import { because } from '../origins';
import type { ControllerDescription } from './controller-description';
import { fromProps } from './prop-origins';
import type { ControllerSettings } from './settings';

/** Props of a {@link ControllerConfigMap}. */
export interface ControllerConfigMapProps {
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
  readonly description: ControllerDescription;
  readonly settings: ControllerSettings;
}

/** The settings of HAProxy. The controller follows changes while it runs, so the name has no hash and no pod restarts. */
export class ControllerConfigMap extends ConfigMap {
  public constructor(scope: Construct, id: string, props: ControllerConfigMapProps) {
    super(scope, id, { metadata: { name: props.name }, data: { ...props.data } });
    removeImmutableFalse(this.apiObject);
    because(this.apiObject, () =>
      Object.keys(props.data).map((key) =>
        fromProps(props.settings, `data['${key}']`, propsOf(key, props), 'a setting of HAProxy'),
      ),
    );
  }
}

/** What a key of the ConfigMap is made of. */
function propsOf(key: string, { description, settings }: ControllerConfigMapProps): readonly string[] {
  if (settings.config !== undefined && key in settings.config) return ['config'];
  const owner = description.ownedConfigKeys[key];
  if (owner === undefined) return ['controller'];
  if (owner === 'backendSnippet') return ['redispatch', 'retries', 'backendSnippet'];
  // Clients are sent to the port that the exposure has.
  if (owner === 'httpsRedirectPort' && settings.given.httpsRedirectPort === undefined) return [owner, 'exposure'];
  return [owner];
}
