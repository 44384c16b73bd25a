import { App } from 'cdk8s';
import { ControllerExposure, HaproxyIngressController, InterlokChart } from './lib';

const app = new App();

// The load balancer, for a kind cluster. Leave it out where the cluster has an HAProxy ingress controller already.
new HaproxyIngressController(app, 'haproxy-controller', { exposure: ControllerExposure.nodePort(), replicas: 1 });

new InterlokChart(app, 'hello-world', { config: 'config', replicas: 3 });

app.synth();
