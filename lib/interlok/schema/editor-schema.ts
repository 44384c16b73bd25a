import { Catalogue, ImageModules, type OwnComponents } from '../catalogue';
import { ClassPatterns } from './class-patterns';
import { Grammar } from './grammar';
import { UsableClasses } from './usable-classes';

/** Which components a schema knows. */
export interface EditorSchemaOptions {
  /** One that the catalogue has, such as `5.0.1`. */
  readonly release: string;
  /**
   * Public modules that the image has beyond the stock ones, or `any`.
   * @default - the stock image
   */
  readonly modules?: readonly string[] | 'any';
  /** @default - public ones alone */
  readonly ownComponents?: OwnComponents;
}

/** A RELAX NG schema of adapter.xml, with which editors complete names and mark mistakes. */
export function editorSchema({ release, modules = [], ownComponents }: EditorSchemaOptions): string {
  const { public: known } = Catalogue;
  const classes = (ownComponents === undefined ? known : known.with(ownComponents)).at(release);
  const adapter = classes.find('adapter');
  if (adapter === undefined) throw new Error(`the catalogue has no adapter in ${release}`);
  const grammar = new Grammar();
  const usable = new UsableClasses(classes, new ImageModules(classes, modules));
  const root = new ClassPatterns(grammar, classes, usable).item(adapter);
  const beyond = modules === 'any' ? ['all public modules'] : modules;
  const of = [`Interlok ${release}`, ...beyond].join(', ');
  return grammar.write(`adapter.xml of ${of}: made by cdk8s-interlok schema`, root);
}
