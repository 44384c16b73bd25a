import type { Components } from '../model';
import type { XmlElement } from '../xml';

/** Services that only put others in a row: their services are steps of what they stand in. */
const ROW = 'service-list';

/** A service, with those inside of it. */
export interface ServiceSite {
  readonly element: XmlElement;
  readonly inside: readonly ServiceSite[];
}

function servicesBelow(element: XmlElement, components: Components): readonly ServiceSite[] {
  return element.children.flatMap((child) => servicesFrom(child, components));
}

/** An element as a service, or else the services below it; in the order of the file. */
export function servicesFrom(element: XmlElement, components: Components): readonly ServiceSite[] {
  const inside = servicesBelow(element, components);
  if (!isService(element, components) || components.typeOf(element) === ROW) return inside;
  return [{ element, inside }];
}

/** A service by its class; of a class that nobody knows, by the list that it is in. */
function isService(element: XmlElement, components: Components): boolean {
  if (components.classOf(element) !== undefined) return components.isA(element, '~core.Service');
  return (
    components.isUnknownComponent(element) &&
    element.parent !== undefined &&
    (element.parent.name === 'services' || components.isA(element.parent, '~core.ServiceCollection'))
  );
}
