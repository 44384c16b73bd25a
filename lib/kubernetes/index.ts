export { Interlok } from './interlok';
export { InterlokChart, type InterlokChartProps } from './interlok-chart';
export { interlokCharts, type InterlokChartsProps } from './interlok-charts';
export {
  type CustomImageOptions,
  type InterlokDrain,
  InterlokImage,
  type InterlokProps,
  type InterlokResources,
  type SecretFile,
  Variable,
  VariableSource,
} from './props';
