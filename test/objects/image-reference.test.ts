import { ImageReference } from '../../lib/objects/image-reference';

const digest = '0123456789abcdef'.repeat(4);

test.each([
  ['haproxy:3.2', true, '3.2'],
  ['registry.example.org:5000/a/haproxy:3.2', true, '3.2'],
  ['haproxy:latest', false, 'latest'],
  ['registry.example.org/orders:7', true, '7'],
  ['haproxy:edge-', false, 'edge'],
  ['example/orders:1.4.0-SNAPSHOT', false, '1.4.0-SNAPSHOT'],
  ['example/orders:latest-alpine', false, 'latest-alpine'],
  ['example/orders:domain-4', true, 'domain-4'],
  [`haproxy:3.2@sha256:${digest}`, true, '3.2'],
  [`haproxy:latest@sha256:${digest}`, true, 'latest'],
  [`haproxy@sha256:${digest}`, true, digest.slice(0, 63)],
])('given %s, then pinned is %s and the version %s', (name, pinned, version) => {
  const image = ImageReference.parse(name);
  expect(image).toMatchObject({ name, pinned, version });
});

test.each([undefined, '', 'haproxy', 'registry:5000/haproxy', 'a b:1', 'haproxy:', 'haproxy@sha256:12', 'haproxy:a/b'])(
  'given %j, then there is no image with a tag or digest',
  (name) => expect(ImageReference.parse(name)).toBeUndefined(),
);
