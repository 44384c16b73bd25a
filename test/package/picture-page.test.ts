import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { App } from 'cdk8s';
import { type Browser, chromium, type Page } from 'playwright-core';
import { formatHtml, InterlokChart, picturesOf } from '../../lib';
import { librarySource, programSource } from '../../scripts/page/bundles';
import { helloWorld } from '../support/config';
import { largeAdapter } from '../support/large-adapter';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
// What Chromium asks of its maker's hosts by itself is not asked here.
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
];
const executablePath = PROGRAMS.find(starts);
const inBrowser = executablePath === undefined ? describe.skip : describe;
if (executablePath === undefined)
  process.stderr.write(`skipped: the page with a picture: none of ${PROGRAMS.join(', ')} is installed and starts\n`);

/** Whether a browser is there, and this machine lets it run. */
function starts(path: string): boolean {
  if (!existsSync(path)) return false;
  const profile = mkdtempSync(join(tmpdir(), 'interlok-browser-'));
  const args = ['--headless', ...ARGUMENTS, `--user-data-dir=${profile}`, '--dump-dom', 'about:blank'];
  const { status } = spawnSync(path, args, { timeout: 30_000 });
  rmSync(profile, { recursive: true, force: true });
  return status === 0;
}

test('given the program of the page and the layout library, then what lib/picture has of them is what npm run page makes', async () => {
  const isCurrent = (path: string, source: string): boolean => readFileSync(path, 'utf8') === source;
  expect(isCurrent('lib/picture/dagre.ts', await librarySource(process.cwd()))).toBe(true);
  expect(isCurrent('lib/picture/page-script.ts', await programSource(process.cwd()))).toBe(true);
});

inBrowser('the page with a picture, in a browser', () => {
  const directory = mkdtempSync(join(tmpdir(), 'interlok-page-'));
  let browser: Browser;
  let page: Page;
  let problems: string[];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser.close();
    rmSync(directory, { recursive: true, force: true });
  });

  /** Opens the page of a configuration. */
  async function open(config: string, colorScheme: 'light' | 'dark' = 'light'): Promise<void> {
    const chart = new InterlokChart(new App(), 'hello-world', { config, replicas: 3 });
    const file = join(directory, 'page.html');
    writeFileSync(file, formatHtml(picturesOf(chart)));
    page = await browser.newPage({ colorScheme, viewport: { width: 1600, height: 900 } });
    problems = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) problems.push(request.url());
    });
    await page.goto(pathToFileURL(file).href);
  }
  beforeEach(() => jest.spyOn(process.stderr, 'write').mockReturnValue(true));
  afterEach(async () => {
    jest.restoreAllMocks();
    await page.close();
    expect(problems).toEqual([]);
  });

  const details = (): Promise<string> => page.locator('aside').innerText();
  const click = (label: string): Promise<void> => page.locator('.node:not(.group)', { hasText: label }).first().click();

  test('given the Hello World, then its path can be followed to the line of the XML and the field of the Ingress', async () => {
    await open('config');

    await page.locator('[data-node="path-0-0"]').click();

    expect(await details()).toContain('config/adapter.xml:14');
    const line = page.locator('.lines .own', { hasText: '<path>/*</path>' });
    expect(await line.count()).toBe(1);
    expect(await details()).toContain('spec.rules[0].http.paths[0].path');
    expect(await page.locator('.node.near').evaluateAll((all) => all.length)).toBeGreaterThan(5);

    await line.click();

    expect(await page.locator('aside h2').innerText()).toBe('jetty-message-consumer');
    expect(await details()).toContain('config/adapter.xml:13 to 17');
  });

  test('given the port, when its connection is chosen, then every field that follows from it is shown', async () => {
    await open('config');

    await click('jetty-http-connection');

    const shown = await details();
    for (const field of ['spec.ports[0].port', 'containers[0].ports[0].containerPort', 'spec.ingress[0].ports[0].port'])
      expect(shown).toContain(field);

    await page.locator('aside tr', { hasText: 'spec.ports[0].targetPort' }).getByRole('button').click();

    expect(await page.locator('aside h2').innerText()).toBe('Service hello-world:8081');
  });

  test('given sixty workflows, then they are folded, one by one is opened, and the search finds what is inside', async () => {
    await open(helloWorld({ 'adapter.xml': largeAdapter() }));
    expect(await page.locator('.node').count()).toBeLessThan(110);
    expect(await page.locator('.node', { hasText: 'mark-17' }).count()).toBe(0);

    await page.getByLabel('search').fill('mark-17');
    await page.locator('.results button').first().click();

    expect(await page.locator('aside h2').innerText()).toBe('mark-17');
    expect(await page.locator('.node.near:not(.group)').count()).toBeLessThan(25);
    const chosen = await page.locator('.node.chosen').boundingBox();
    const canvas = await page.locator('#canvas').boundingBox();
    expect(chosen?.x).toBeGreaterThanOrEqual(canvas?.x ?? Infinity);
    expect(chosen?.y).toBeGreaterThanOrEqual(canvas?.y ?? Infinity);
    expect(await page.locator('.node', { hasText: 'mark-18' }).count()).toBe(0);
  });

  test('given a group, when it is folded and opened again, then what is inside goes and comes back', async () => {
    await open('config');
    const inside = page.locator('.node', { hasText: 'payload-from-template' });

    await page.getByRole('button', { name: 'fold all' }).click();
    expect(await inside.count()).toBe(0);

    await page.getByRole('button', { name: 'open all' }).click();
    expect(await inside.count()).toBe(1);
  });

  test('given the wheel and the buttons, then the picture grows and shrinks', async () => {
    await open('config');
    const width = async (): Promise<number> => (await page.locator('#canvas svg').boundingBox())?.width ?? 0;
    const before = await width();

    await page.getByTitle('larger').click();
    expect(await width()).toBeCloseTo(before * 1.25, 0);

    await page.locator('#canvas').hover();
    await page.mouse.wheel(0, 100);
    expect(await width()).toBeLessThan(before * 1.25);
  });

  test.each(['light', 'dark'] as const)(
    'given a reader who likes it %s, then so it is, and the button changes it',
    async (scheme) => {
      await open('config', scheme);
      const isDark = async (): Promise<boolean> =>
        (await page.evaluate('getComputedStyle(document.body).backgroundColor')) !== 'rgb(255, 255, 255)';
      expect(await isDark()).toBe(scheme === 'dark');

      await page.getByRole('button', { name: 'light / dark' }).click();

      expect(await isDark()).toBe(scheme !== 'dark');
    },
  );

  test('given text that looks like HTML, then it is shown as it is', async () => {
    const text = '</script><img src=x onerror=alert(1)>';
    const producer = `<standalone-producer><unique-id>ask</unique-id>
      <producer class="standard-http-producer"><url><![CDATA[https://a.example.com/${text}]]></url></producer>
    </standalone-producer>`;
    const xml = readFileSync('config/adapter.xml', 'utf8').replace('<services>', `<services>${producer}`);
    await open(helloWorld({ 'adapter.xml': xml }));

    expect(await page.locator('#canvas').innerText()).toContain('</script><img');
    await click('ask');
    expect(await page.locator('.lines').first().innerText()).toContain(text);
    expect(await page.locator('img').count()).toBe(0);
  });
});
