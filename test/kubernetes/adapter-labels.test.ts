import { InterlokImage } from '../../lib';
import { adapterLabels, adapterSelector } from '../../lib/kubernetes/adapter-labels';

test('given a custom image, then the version is that of the Interlok inside', () => {
  const image = InterlokImage.custom('registry.example.com/orders:7', { release: '4.9.3' });

  expect(adapterLabels('orders', image)).toMatchObject({
    'app.kubernetes.io/instance': 'orders',
    'app.kubernetes.io/version': '4.9.3',
  });
  expect(adapterSelector('orders')).toEqual({
    'app.kubernetes.io/instance': 'orders',
    'app.kubernetes.io/name': 'interlok',
  });
});
