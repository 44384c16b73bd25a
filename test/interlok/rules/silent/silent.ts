import type { Case } from '../cases/case';

/** Configurations in which a rule has nothing to say, though something like it is there; by the reason, as a clause. */
export type SilentCases = Readonly<Record<string, Readonly<Record<string, Case>>>>;

/** A workflow's services, one element after the other. */
export function services(...elements: readonly string[]): string {
  return `<service-collection class="service-list"><services>${elements.join('')}</services></service-collection>`;
}

/** A pair of a key and a value. */
export function pair(key: string, value: string): string {
  return `<key-value-pair><key>${key}</key><value>${value}</value></key-value-pair>`;
}

/** A connection to a database with a password. */
export function withPassword(password: string): string {
  return services(
    `<jdbc-raw-data-capture-service><connection class="jdbc-connection"><password>${password}</password></connection></jdbc-raw-data-capture-service>`,
  );
}
