/* Bundled into one file, a copy of the library beside the one that is tested. */
export { App } from 'cdk8s';
export * from '../../lib';
