import { readConfiguration } from '../../../lib/interlok';
import { directoryOf } from '../../support/config';

const usesOf = (workflow: string, channel = ''): readonly object[] => {
  const lines = [
    `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id>${channel}<workflow-list>`,
    '<standard-workflow><unique-id>w</unique-id>',
    workflow,
    '</standard-workflow></workflow-list></channel></channel-list></adapter>',
  ];
  return readConfiguration(directoryOf({ 'adapter.xml': lines.join('\n') })).adapter.fileUses ?? [];
};

const CONSUMER = '<consumer class="fs-consumer"><base-directory-url>file:///in</base-directory-url></consumer>';

describe('the files that an adapter works on', () => {
  test('given a consumer and a producer, then each is there with its place in the XML', () => {
    const producer =
      '<producer class="fs-producer"><base-directory-url>./out</base-directory-url><temp-directory>/tmp</temp-directory></producer>';

    expect(usesOf(`${CONSUMER}\n${producer}`)).toMatchObject([
      { component: 'fs-consumer', field: 'base-directory-url', use: 'consumes', path: '/in', line: 3, column: 31 },
      { component: 'fs-producer', field: 'base-directory-url', use: 'writes', path: '/opt/interlok/out', line: 4 },
      { component: 'fs-producer', field: 'temp-directory', use: 'buffers', path: '/tmp', line: 4 },
    ]);
  });

  test('given a consumer that does not name its directory, then it consumes files all the same', () => {
    expect(usesOf('<consumer class="fs-consumer"/>')).toMatchObject([{ component: 'fs-consumer', use: 'consumes' }]);
  });

  test('given a class by its full name, then it is the same', () => {
    expect(usesOf(CONSUMER.replace('fs-consumer', 'com.adaptris.core.fs.FsConsumer'))).toMatchObject([
      { component: 'fs-consumer', use: 'consumes', path: '/in' },
    ]);
  });

  test.each([
    ['a channel that does not start', CONSUMER, '<auto-start>false</auto-start>'],
    [
      'an aggregator, which reads when a message asks for it',
      `<service-collection class="service-list"><services><aggregating-fs-consume-service>${CONSUMER.replace('consumer class="fs-consumer"', 'fs-consumer class="aggregating-fs-consumer"').replace('</consumer>', '</fs-consumer>')}</aggregating-fs-consume-service></services></service-collection>`,
      '',
    ],
    [
      'what only reads',
      '<service-collection class="service-list"><services><xml-transform-service><url>/x.xsl</url></xml-transform-service></services></service-collection>',
      '',
    ],
  ])('given %s, then there is none', (_, workflow, channel) => {
    expect(usesOf(workflow, channel)).toEqual([]);
  });
});
