/** A schema of adapter.xml for editors, made from the catalogue. Knows no configuration. */
export { editorSchema, type EditorSchemaOptions } from './editor-schema';
