import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { UserError } from '../../errors';
import type { ConfigMapContent } from './config-map-content';

/** Props of a {@link ConfigurationMap}. */
export interface ConfigurationMapProps {
  /** The name without the hash. */
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly content: ConfigMapContent;
  /**
   * What it holds, the part of the name before the hash.
   * @default 'config'
   */
  readonly part?: string;
}

/**
 * The ConfigMap that carries a configuration directory: immutable and named by its content, so that a change of
 * configuration rolls the pods and a rollback finds the old one.
 * @see docs/decisions/0004-content-named-config-maps.md
 */
export class ConfigurationMap extends kplus.ConfigMap {
  private readonly sealed: boolean = true;

  public constructor(scope: Construct, id: string, props: ConfigurationMapProps) {
    super(scope, id, {
      metadata: { name: `${props.name}-${props.part ?? 'config'}-${props.content.hash}`, labels: props.labels },
      data: props.content.data,
      binaryData: props.content.binaryData,
      immutable: true,
    });
  }

  /** @throws UserError - always, once constructed: the name is a hash of the content. */
  public override addData(key: string, value: string): void {
    this.refuseWhenSealed(key);
    super.addData(key, value);
  }

  /** @throws UserError - always, once constructed: the name is a hash of the content. */
  public override addBinaryData(key: string, value: string): void {
    this.refuseWhenSealed(key);
    super.addBinaryData(key, value);
  }

  private refuseWhenSealed(key: string): void {
    // The base constructor adds the initial data before this field has its value.
    if (!this.sealed) return;
    throw new UserError(
      `${this.node.path}: cannot add '${key}': the ConfigMap is named by its content. ` +
        'Put the file into the configuration directory, or mount another ConfigMap or Secret.',
    );
  }
}
