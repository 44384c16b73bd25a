import { runCommand } from '../../support/run-command';

describe('explain', () => {
  it('says for a field the line and the default that it comes from', async () => {
    const { code, stdout, stderr } = await runCommand([
      'explain',
      'config',
      '--object',
      'deployment',
      '--field',
      'grace',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      'Deployment adapter\n  spec.template.spec.terminationGracePeriodSeconds: 80 ← ' +
        'config/bootstrap.properties:5:1 operationTimeout=30000; default of drain.preStop; ' +
        'preStop 15 s + 31 s to stop + 30 s when that was not enough, rounded up to ten seconds\n',
    );
  });

  it('writes a table in Markdown in which no text ends a cell, and JSON with every part', async () => {
    const markdown = await runCommand([
      'explain',
      '--object',
      'Ingress',
      '--field',
      'pathType',
      '--format',
      'markdown',
    ]);
    expect(markdown.stdout).toContain(
      '### Ingress adapter\n\n| Field | Value | From | Why |\n|---|---|---|---|\n| spec.rules',
    );
    expect(markdown.stdout).toContain('\\<path\\>/\\*\\</path\\>');
    const json = await runCommand(['explain', '--object', 'Service', '--field', 'targetPort', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject([
      { kind: 'Service', field: 'spec.ports[0].targetPort', value: 8081 },
    ]);
  });

  it.each([
    [['explain', 'nowhere'], "got 'nowhere', expected a configuration directory"],
    [['explain', '--object', 'Pod'], "--object: got 'Pod', expected one of Namespace, ServiceAccount"],
    [['explain', '--field', 'nothing'], "--field: got 'nothing', which is in no field"],
  ])('given %j, then it names what is allowed, without a stack trace', async (argv, message) => {
    const { code, stderr } = await runCommand(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n +at /);
  });
});
