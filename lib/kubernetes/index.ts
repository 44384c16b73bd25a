export { checkConfiguration, type CheckConfigurationOptions } from './check-configuration';
export { environmentApp } from './environment-app';
export { Interlok } from './interlok';
export { InterlokChart, type InterlokChartProps } from './interlok-chart';
export { interlokCharts, type InterlokChartsProps } from './interlok-charts';
export {
  type CustomImageOptions,
  type FurtherFile,
  type InterlokAutoscaling,
  type InterlokDrain,
  type InterlokInitContainer,
  InterlokImage,
  type InterlokLoad,
  type InterlokProps,
  type InterlokResources,
  type InterlokSidecar,
  ManagementRoute,
  Platform,
  type PodDns,
  type PodOptions,
  type SecretFile,
  type TrustStore,
  Variable,
  VariableSource,
} from './props';
export { allRules } from './rules';
