import { App } from 'cdk8s';
import { InterlokChart } from '../lib';

const app = new App();
new InterlokChart(app, 'hello-world', { config: 'config', replicas: 3 });
app.synth();
