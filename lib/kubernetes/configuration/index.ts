export { ConfigurationMap } from './config-map';
export { configMapContent, type ConfigMapContent, type ConfigMapItem } from './config-map-content';
export { configMapFindings } from './config-map-findings';
export { configMapKeyUnusable, configMapNeedsServerSideApply, configMapTooLarge } from './config-map-rules';
export { configurationOrigins } from './configuration-origins';
export { configurationVolume, projectedVolumePatch, secretKey } from './configuration-volume';
export { mountFurtherFiles, readFurtherFiles } from './further-files';
