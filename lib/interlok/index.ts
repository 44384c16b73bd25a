export * from './model/adapter';
export * from './files/adapter-directories';
export * from './files/config-file';
export * from './configuration';
export * from './releases/image-tag';
export * from './read-configuration';
export * from './read-options';
export * from './releases/release';
