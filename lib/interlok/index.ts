export * from './adapter';
export * from './adapter-directories';
export * from './config-file';
export * from './configuration';
export * from './image-tag';
export * from './read-configuration';
export * from './read-options';
export * from './release';
