/**
 * What is known of Interlok's configurable classes, release by release: `Catalogue.public.at('5.0.1').find('fs-consumer')`.
 * Knows no configuration: what is made of a document with it is the affair of the reader and its rules.
 */
export { Catalogue } from './catalogue';
export { ComponentClass } from './component-class';
export { ComponentField } from './component-field';
export { catalogueFormat } from './format';
export type { CatalogueFile, ClassRecord, FieldRecord, ListenRecord, ModuleRecord } from './format';
export { fullName, itemTypeOf, keyOf } from './java-type';
export type { JavaType } from './java-type';
export { knownRelease, unknownRelease } from './known-release';
export { rangedModules } from './ranged';
export { ImageModules } from './image-modules';
export type { CatalogueRecords } from './records';
export { joinOwnComponents, type OwnComponents, type OwnComponentsRead, readOwnComponents } from './own-components';
export { ReleaseCatalogue } from './release-catalogue';
export { escapeXmlName, javaNameOf, unescapeXmlName } from './xml-name';
export { compareVersions, parseVersion, type Version } from './version-range';
export { unknownModules } from './unknown-modules';
