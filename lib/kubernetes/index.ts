export { checkConfiguration, type CheckConfigurationOptions } from './check-configuration';
export { environmentApp } from './environment-app';
export { picturesOf } from './pictures';
export { Interlok } from './interlok';
export { InterlokChart, type InterlokChartProps } from './interlok-chart';
export { interlokCharts, type InterlokChartsProps } from './interlok-charts';
export {
  type CustomImageOptions,
  type FurtherFile,
  type InterlokAlerts,
  type InterlokAutoscaling,
  type InterlokDrain,
  type InterlokInitContainer,
  type InterlokGateway,
  InterlokImage,
  type InterlokLoad,
  type InterlokMetrics,
  type InterlokProps,
  type InterlokResources,
  type InterlokSidecar,
  type InterlokStorage,
  ManagementRoute,
  Platform,
  Rollout,
  type PodDns,
  type PodOptions,
  type MetricsScraper,
  type SecretFile,
  type TrustStore,
  Variable,
  VariableSource,
} from './props';
export { allRules } from './rules';
