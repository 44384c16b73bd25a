import {
  adapter,
  bootstrap,
  channel,
  type CasesByRule,
  type FailingCase,
  http,
  served,
  serving,
  workflow,
} from './case';

const connections = (...lines: readonly string[]): string =>
  adapter('<shared-components>', '<connections>', ...lines, '</connections>', '</shared-components>');
const shared = '<jetty-http-connection><unique-id>jetty</unique-id><port>8081</port></jetty-http-connection>';
const using = (name: string): string =>
  `<channel-list><channel><unique-id>c</unique-id><consume-connection class="shared-connection"><lookup-name>${name}</lookup-name></consume-connection></channel></channel-list>`;
const sharing = (name: string): string =>
  adapter('<shared-components>', '<connections>', shared, '</connections>', '</shared-components>', using(name));

/** Ids and shared components. */
export const loadingCases: CasesByRule = {
  'unknown-root': {
    good: [
      { files: { 'adapter.xml': adapter() } },
      { files: { 'adapter.xml': '<com.adaptris.core.Adapter><unique-id>a</unique-id></com.adaptris.core.Adapter>' } },
    ],
    bad: [{ files: { 'adapter.xml': '\n<channel/>' }, at: 'adapter.xml:2:1', says: '<channel>, not <adapter>' }],
  },
  'adapter-id-missing': {
    good: [{ files: { 'adapter.xml': adapter() } }],
    bad: [
      { files: { 'adapter.xml': '<adapter/>' }, at: 'adapter.xml:1:1', says: 'has no <unique-id>' },
      {
        files: { 'adapter.xml': '<adapter><unique-id> </unique-id></adapter>' },
        at: 'adapter.xml:1:10',
        says: 'blank',
      },
    ],
  },
  'id-characters': {
    good: [{ files: { 'adapter.xml': '<adapter><unique-id>My adapter_1.2-x (/[ä])</unique-id></adapter>' } }],
    bad: [
      {
        files: { 'adapter.xml': '<adapter><unique-id>a:b@c</unique-id></adapter>' },
        at: 'adapter.xml:1:21',
        says: "':', '@'",
      },
      {
        files: { 'adapter.xml': adapter('<channel-list><channel><unique-id>c*</unique-id></channel></channel-list>') },
        at: 'adapter.xml:3:35',
        says: "the id 'c*' has '*'",
      },
    ],
  },
  'duplicate-channel-id': {
    good: [
      {
        files: {
          'adapter.xml': adapter(
            '<channel-list><channel><unique-id>c</unique-id></channel><channel><unique-id>d</unique-id></channel></channel-list>',
          ),
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': adapter(
            '<channel-list><channel><unique-id>c</unique-id></channel>',
            '<channel><unique-id>c</unique-id></channel></channel-list>',
          ),
        },
        at: 'adapter.xml:4:21',
        says: "'c' is already taken on line 3",
      },
    ],
  },
  'duplicate-workflow-id': {
    good: [
      {
        files: {
          'adapter.xml': adapter(
            '<channel-list>',
            '<channel><unique-id>c</unique-id><workflow-list><standard-workflow><unique-id>w</unique-id></standard-workflow></workflow-list></channel>',
            '<channel><unique-id>d</unique-id><workflow-list><standard-workflow><unique-id>w</unique-id></standard-workflow></workflow-list></channel>',
            '</channel-list>',
          ),
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': channel(
            http(8081),
            '<workflow-list>',
            serving('w', '<path>/a</path>'),
            serving('w', '<path>/b</path>'),
            '</workflow-list>',
          ),
        },
        at: 'adapter.xml:9:31',
        says: "the workflow id 'w' is already taken",
      },
    ],
  },
  'id-missing': {
    good: [{ files: { 'adapter.xml': workflow() } }],
    bad: [
      {
        files: { 'adapter.xml': adapter('<channel-list>', '<channel/>', '</channel-list>') },
        at: 'adapter.xml:4:1',
        severity: 'warning',
        says: 'the channel has no <unique-id>',
      },
      {
        files: { 'adapter.xml': channel('<workflow-list>', '<standard-workflow/>', '</workflow-list>') },
        at: 'adapter.xml:7:1',
        severity: 'warning',
        says: 'the workflow has no <unique-id>',
      },
    ],
  },
  'shared-component-id-missing': {
    good: [{ files: { 'adapter.xml': sharing('jetty') } }],
    bad: [
      {
        files: { 'adapter.xml': connections('<null-connection/>') },
        at: 'adapter.xml:5:1',
        says: 'the shared null-connection has no',
      },
    ],
  },
  'duplicate-shared-component': {
    good: [{ files: { 'adapter.xml': sharing('jetty') } }],
    bad: [
      {
        files: {
          'adapter.xml': adapter(
            '<shared-components>',
            '<connections>',
            shared,
            '<null-connection><unique-id>jetty</unique-id></null-connection>',
            '</connections>',
            '</shared-components>',
            using('jetty'),
          ),
        },
        at: 'adapter.xml:6:29',
        says: "two shared connections have the id 'jetty'",
      },
    ],
  },
  'shared-component-not-found': {
    good: [
      { files: { 'adapter.xml': sharing('jetty') } },
      { files: { 'adapter.xml': sharing('comp/env/jetty') } },
      { files: { 'adapter.xml': sharing('adapter:comp/env/jetty') } },
      {
        files: {
          'adapter.xml': sharing('${SHARED}'),
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables'),
        },
        options: { environment: { SHARED: undefined } },
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': sharing('jety') },
        at: 'adapter.xml@jety',
        says: "name one that is there, for example 'jetty'",
        also: ['shared-connection-unused'],
      },
      {
        files: { 'adapter.xml': adapter(using('jetty')) },
        at: 'adapter.xml@jetty<',
        says: 'add it to <shared-components><connections>',
      },
    ],
  },
  'shared-connection-unused': {
    good: [{ files: { 'adapter.xml': sharing('jetty') } }],
    bad: [
      {
        files: { 'adapter.xml': connections(shared) },
        at: 'adapter.xml:5:1',
        severity: 'warning',
        says: "nothing uses the shared connection 'jetty'",
      },
    ],
  },
  'removed-in-4': {
    good: [
      { files: { 'adapter.xml': served('<path>/a</path>') } },
      {
        files: {
          'adapter.xml': served(
            '<destination class="configured-consume-destination"><destination>/a</destination></destination>',
          ),
        },
        options: { release: '3.12.0', components: ['environmentVariables'] },
      },
      { files: { 'adapter.xml': workflow('<copy><destination class="metadata-data-output-parameter"/></copy>') } },
    ],
    bad: [
      {
        files: {
          'adapter.xml': served(
            '<destination class="configured-consume-destination"><destination>/a</destination><filter-expression>GET</filter-expression></destination>',
          ),
        },
        at: 'adapter.xml@<destination',
        says: 'write <path>/a</path> and <methods>GET</methods> instead',
      },
      {
        files: {
          'adapter.xml': workflow(
            '<producer class="jms-queue-producer"><destination class="configured-produce-destination"><destination>q</destination></destination></producer>',
          ),
        },
        at: 'adapter.xml:9:38',
        says: 'write <queue>q</queue> instead',
      },
      {
        files: {
          'adapter.xml': workflow(
            '<producer class="apache-http-producer"><destination class="metadata-destination"><key>url</key></destination></producer>',
          ),
        },
        at: 'adapter.xml@<destination',
        says: 'write <url>%message{url}</url> instead',
      },
      {
        files: {
          'adapter.xml': workflow(
            '<producer class="x"><destination class="configured-destination"><destination>sftp://me:word@host</destination></destination></producer>',
          ),
        },
        at: 'adapter.xml@<destination',
        says: 'put the value into the element that replaces <destination>',
        also: ['plaintext-secret'],
      },
      ...[
        ['<aggregating-fs-consume-service><fs-consumer>D</fs-consumer></aggregating-fs-consume-service>', 'endpoint'],
        ['<consumer class="ftp-consumer">D</consumer>', 'ftp-endpoint'],
        ['<consumer class="jms-topic-consumer">D</consumer>', 'topic'],
        ['<consumer class="default-mail-consumer">D</consumer>', 'mailbox-url'],
        ['<consumer class="large-fs-consumer">D</consumer>', 'base-directory-url'],
      ].map(([holder = '', field = '']): FailingCase => ({
        files: {
          'adapter.xml': workflow(
            holder.replace(
              'D',
              '<destination class="configured-produce-destination"><destination>x</destination></destination>',
            ),
          ),
        },
        at: 'adapter.xml@<destination',
        says: `write <${field}>x</${field}> instead`,
        ...(/mail|"ftp/.test(holder) ? { also: ['polling-in-every-pod'] } : {}),
        ...(holder.includes('large-fs') ? { also: ['file-consumer'] } : {}),
      })),
      {
        files: { 'adapter.xml': workflow('<payload-from-metadata-service/>') },
        options: { release: '4.9.3' },
        at: 'adapter.xml:9:1',
        says: 'use payload-from-template',
      },
    ],
  },
  'too-new-for-release': {
    good: [
      { files: { 'adapter.xml': served('<path>/a</path><methods>GET</methods>') }, options: { release: '3.11.0' } },
    ],
    bad: [
      {
        files: { 'adapter.xml': served('<path>/a</path>') },
        options: { release: '3.10.2' },
        at: 'adapter.xml@<path>',
        says: '<path> came with Interlok 3.11',
      },
      {
        files: { 'adapter.xml': served('<path>/a</path><methods>GET</methods>') },
        options: { release: '3.10.2' },
        at: 'adapter.xml@<path>',
        says: '<destination>/a</destination><filter-expression>GET</filter-expression></destination>',
      },
      {
        files: {
          'adapter.xml': served(
            '<destination class="configured-consume-destination"><destination>/a</destination></destination><methods>GET</methods>',
          ),
        },
        options: { release: '3.10.2' },
        at: 'adapter.xml@<methods>',
        says: '<methods> came with Interlok 3.11',
      },
      {
        files: { 'adapter.xml': workflow('<payload-from-template/>') },
        options: { release: '3.9.3' },
        at: 'adapter.xml:9:1',
        says: 'use payload-from-metadata-service',
      },
      {
        files: {
          'adapter.xml': adapter('<failed-message-retrier class="retry-via-jetty"/>'),
          'bootstrap.properties': bootstrap('managementComponents=jetty', 'jetty.deploy.monitoredPath=/none'),
        },
        options: { release: '3.11.0' },
        at: 'adapter.xml:3:1',
        says: '3.11.1',
      },
    ],
  },
};
