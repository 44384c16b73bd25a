import type { Listener } from '../../lib';
import type { ComposeFile } from './compose-file';
import { environmentOf, translateEnvironment } from './environment';
import { translateImage } from './image';
import { translateResources } from './memory';
import { translateOthers, translateOtherServices } from './other-settings';
import { translatePorts } from './ports';
import { translateReplicas } from './replicas';
import { join, type Translation } from './translation';
import { translateVolumes } from './volumes';

/** Where a service is translated. */
export interface Place {
  /** The directory of the compose file. */
  readonly directory: string;
  /** The name of the service that runs the adapter. */
  readonly service: string;
  /** The name that the chart will have. */
  readonly name: string;
  /** The configuration directory, as main.ts names it. */
  readonly config: string;
  /** What the adapter listens on. */
  readonly listeners: readonly Listener[];
}

/** What the settings of the adapter's service, and of those beside it, are in main.ts. */
export function translateService(file: ComposeFile, place: Place): Translation {
  const service = file.services.get(place.service) ?? {};
  const environment = environmentOf(place.directory, service);
  const others = [...file.services].filter(([name]) => name !== place.service);
  return join([
    ...translateImage(place.directory, service),
    ...translateReplicas(service),
    ...translateResources(service, environment.get('JVM_ARGS')),
    ...translateEnvironment(environment, place.name),
    ...translatePorts(service, place.listeners),
    ...translateVolumes(service, place.name, place.config),
    ...translateOthers(service),
    ...translateOtherServices(others),
  ]);
}
