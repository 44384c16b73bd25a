import { App } from 'cdk8s';
import { interlokCharts } from '../lib';

const app = new App();
interlokCharts(app, process.env['BENCH_ADAPTERS'] ?? 'adapters', { replicas: 3 });
app.synth();
