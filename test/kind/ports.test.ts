import { checkPortsFree } from '../../kind/ports';
import type { HelloServer } from '../support/hello-server';
import { serve } from '../support/hello-server';

let servers: HelloServer[];
beforeEach(async () => (servers = [await serve(() => undefined), await serve(() => undefined)]));
afterEach(() => Promise.all(servers.map((server) => server.close())));

function mappings(listenAddress = '127.0.0.1') {
  return servers.map(({ port }, i) => ({ containerPort: [80, 443][i] ?? 0, hostPort: port, listenAddress }));
}

test.each(['127.0.0.1', '0.0.0.0'])(
  'given ports in use and %s, then all are named, and what to do',
  async (address) => {
    const [first, second] = servers.map(({ port }) => port);
    const check = checkPortsFree(mappings(address), 'kind/cluster.yaml');
    await expect(check).rejects.toThrow(`ports ${first ?? ''} and ${second ?? ''} are in use on 127.0.0.1`);
    await expect(check).rejects.toThrow(`lsof -i :${first ?? ''} -i :${second ?? ''}`);
    await expect(check).rejects.toThrow('set another hostPort in kind/cluster.yaml');
  },
);

test('given one port in use, then only that one is named', async () => {
  await servers[1]?.close();
  await expect(checkPortsFree(mappings(), 'f')).rejects.toThrow(/^port \d+ is in use/);
});

test('given free ports, then there is no complaint', async () => {
  await Promise.all(servers.map((server) => server.close()));
  await expect(checkPortsFree(mappings(), 'f')).resolves.toBeUndefined();
});
