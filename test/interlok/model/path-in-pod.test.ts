import { posix } from 'node:path';
import fc from 'fast-check';
import { pathInPod } from '../../../lib/interlok/model';

describe('the path of a file that a component names', () => {
  test.each([
    ['file:///data/out', '/data/out'],
    ['file:////data/out', '/data/out'],
    ['file://localhost/data/out', '/data/out'],
    ['file:/data/out', '/data/out'],
    ['FILE:///data/out', '/data/out'],
    ['/data/out/', '/data/out'],
    ['data/out', '/data/out'],
    ['./out', '/opt/interlok/out'],
    ['../out', '/opt/out'],
    ['file://localhost/./out', '/opt/interlok/out'],
    ['file:///./out', '/opt/interlok/out'],
    ['file:./out', '/opt/interlok/out'],
    ['.\\out\\new', '/opt/interlok/out/new'],
    ['file:///a%20b+c', '/a b c'],
    ['  /data  ', '/data'],
  ])('given the URL %s, then it is %s', (url, path) => {
    expect(pathInPod(url, true)).toBe(path);
  });

  test.each([
    ['out', '/opt/interlok/out'],
    ['/data/out', '/data/out'],
    ['file:///data/out', '/data/out'],
    ['100%/out', '/opt/interlok/100%/out'],
  ])('given the name %s, then it is %s', (name, path) => {
    expect(pathInPod(name, false)).toBe(path);
  });

  test.each([
    ...['', ' ', 'file://', 'file:///a%zz', '/a b'],
    ...['%message{x}/out', '/%env{OUT}', '%sysprop{out}', '/${out}', '/\uE001\uE002OUT\uE002\uE001/x'],
    ...['C:\\out', 'c:/out', 'file:///c:/out', 'file:///C%3A/out', 'file:c:/out'],
    ...['sftp://host/out', 'http://localhost/out', 'classpath:x'],
  ])('given %s, then it is known at run time alone, or no file of the pod', (text) => {
    expect(pathInPod(text, true)).toBeUndefined();
  });

  test('given any text, then it is an absolute path, or none', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((s) => `file://${s}`),
        ),
        fc.boolean(),
        (text, isUrl) => {
          const path = pathInPod(text, isUrl);
          expect(path === undefined || (path.startsWith('/') && posix.normalize(path) === path)).toBe(true);
        },
      ),
    );
  });

  test('given a path, then all of its forms are the same', () => {
    const segment = fc.stringMatching(/^[a-z0-9_-]{1,8}$/);
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 4 }), (segments) => {
        const path = `/${segments.join('/')}`;
        const forms = [
          path,
          `file://${path}`,
          `file:///${path}`,
          `file://localhost${path}`,
          path.replaceAll('/', '\\'),
        ];
        expect(forms.map((form) => pathInPod(form, true))).toEqual(forms.map(() => path));
      }),
    );
  });
});
