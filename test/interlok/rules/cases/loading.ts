import { adapter, bootstrap, channel, type CasesByRule, http, serving, workflow } from './case';

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
};
