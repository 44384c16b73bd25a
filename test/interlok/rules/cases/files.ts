import { adapter, bootstrap, channel, type CasesByRule, workflow } from './case';

const consumer = (type: string, inner = ''): Record<string, string> => ({
  'adapter.xml': workflow(`<consumer class="${type}">${inner}</consumer>`),
});
const producing = (url: string): Record<string, string> => ({
  'adapter.xml': workflow(`<producer class="fs-producer"><base-directory-url>${url}</base-directory-url></producer>`),
});
const counting = (file: string): Record<string, string> => ({
  'adapter.xml': workflow(
    `<service-collection class="service-list"><services><simple-sequence-number-service><metadata-key>n</metadata-key><sequence-number-file>${file}</sequence-number-file></simple-sequence-number-service></services></service-collection>`,
  ),
});
const retrying = (url: string): Record<string, string> => ({
  'adapter.xml': adapter(
    `<failed-message-retrier class="default-failed-message-retrier"><standalone-consumer><consumer class="fs-consumer"><base-directory-url>${url}</base-directory-url></consumer></standalone-consumer></failed-message-retrier>`,
  ),
});
const brokering = (core: string): Record<string, string> => ({
  'adapter.xml': adapter(),
  'bootstrap.properties': bootstrap('managementComponents=artemis'),
  'broker.xml': `<configuration xmlns="urn:activemq"><core xmlns="urn:activemq:core">${core}</core></configuration>`,
});
const artemis = { components: ['artemis'] };
const twice = { instances: 2 };
const kept = { lasting: [{ path: '/data', shared: true }] };
const readOnly = { writable: ['/tmp', '/opt/interlok/logs'] };

/** Files that components read, write and keep. */
export const fileCases: CasesByRule = {
  'file-consumer': {
    good: [
      // Said to be there, for this one pod, or for each its own.
      { files: consumer('fs-consumer', '<base-directory-url>file:///data/in</base-directory-url>'), options: kept },
      {
        files: consumer('fs-consumer', '<base-directory-url>/data/in</base-directory-url>'),
        options: { ...twice, lasting: [{ path: '/data', shared: false }] },
      },
      {
        files: {
          'adapter.xml': workflow(
            '<service-collection class="aggregating-fs-consume-service"><fs-consumer><delete-aggregated-files>false</delete-aggregated-files></fs-consumer></service-collection>',
          ),
        },
        options: twice,
        also: ['wrong-class'],
      },
      {
        files: {
          'adapter.xml': adapter(
            '<failed-message-retrier class="default-failed-message-retrier"><standalone-consumer><consumer class="fs-consumer"/></standalone-consumer></failed-message-retrier>',
          ),
        },
        options: twice,
        also: ['file-store'],
      },
      { files: consumer('null-message-consumer'), options: twice },
      {
        files: {
          'adapter.xml': channel(
            '<auto-start>false</auto-start>',
            '<workflow-list><standard-workflow><unique-id>w</unique-id><consumer class="fs-consumer"><base-directory-url>in</base-directory-url></consumer></standard-workflow></workflow-list>',
          ),
        },
        options: twice,
      },
    ],
    bad: [
      {
        files: consumer('fs-consumer', '<base-directory-url>/data/in</base-directory-url>'),
        options: { ...kept, ...twice },
        at: 'adapter.xml:9:1',
        severity: 'error',
        says: 'reads the files of /data/in in each of 2 replicas; run one replica',
      },
      {
        files: consumer('fs-consumer', '<base-directory-url>/in</base-directory-url>'),
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: "say storage: [{ path: '/in', size: Size.gibibytes(1) }] and run one replica",
      },
      {
        files: consumer(
          'fs-consumer',
          '<poller class="fixed-interval-poller"/><base-directory-url>in</base-directory-url>',
        ),
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'in every pod',
      },
      {
        files: consumer('com.adaptris.core.fs.NonDeletingFsConsumer', '<base-directory-url>in</base-directory-url>'),
        options: twice,
        at: 'adapter.xml:9:1',
        says: 'non-deleting-fs-consumer reads the files of /in in each of 2 replicas',
      },
    ],
  },
  'file-store': {
    good: [
      { files: brokering('<persistence-enabled>false</persistence-enabled>'), options: artemis },
      {
        files: brokering('<journal-directory>/data/journal</journal-directory>'),
        options: { ...artemis, ...kept },
      },
      // Its file may be in a jar of the image.
      {
        files: { 'adapter.xml': adapter(), 'bootstrap.properties': bootstrap('managementComponents=artemis') },
        options: artemis,
      },
      { files: { ...brokering(''), 'bootstrap.properties': bootstrap('managementComponents=jmx') } },
      {
        files: {
          'adapter.xml': workflow(
            '<connect-url>jdbc:derby://server/db</connect-url>',
            '<fail-retry-store class="retry-store-jdbc"/>',
          ),
        },
        also: ['unknown-element'],
      },
      // A database that is part of a jar is read only.
      {
        files: { 'adapter.xml': workflow('<connect-url>jdbc:derby:classpath:prices</connect-url>') },
        also: ['unknown-element'],
      },
      ...[
        'file:///data/out',
        'file:////data/out',
        'file://localhost/data/out',
        '/data',
        'file:///data/a%20b',
        'data/out',
      ].map((url) => ({ files: producing(url), options: kept })),
      { files: producing('./out'), options: { lasting: [{ path: '/opt/interlok/out', shared: true }] } },
      {
        files: producing('file://localhost/./out'),
        options: { lasting: [{ path: '/opt/interlok/out', shared: true }] },
      },
      // Names of files are random: pods do not meet.
      { files: producing('/data/out'), options: { ...kept, ...twice } },
      { files: counting('/data/sequence.properties'), options: kept },
      {
        files: counting('/data/sequence.properties'),
        options: { ...twice, lasting: [{ path: '/data', shared: false }] },
      },
      {
        files: { 'adapter.xml': workflow('<connect-url>jdbc:derby:/data/db;create=true</connect-url>') },
        options: kept,
        also: ['unknown-element'],
      },
      { files: retrying('/data/retry'), options: kept },
      // The other rule speaks: nothing is written that could be lost.
      { files: producing('/out'), options: { writable: ['/tmp'] }, also: ['file-not-writable'] },
    ],
    bad: [
      {
        files: brokering('<journal-directory>/broker/journal</journal-directory>'),
        options: artemis,
        at: 'broker.xml@<journal-directory>',
        severity: 'warning',
        says: "the broker artemis keeps messages in /broker/journal, which goes with the pod; say storage: [{ path: '/broker'",
      },
      {
        files: brokering('<journal-directory>${data.dir}/journal</journal-directory>'),
        options: artemis,
        at: 'broker.xml@<journal-directory>',
        severity: 'warning',
        says: 'the broker artemis keeps messages in files of the pod',
      },
      {
        files: {
          'adapter.xml': adapter(
            '<failed-message-retrier class="default-failed-message-retrier"><standalone-consumer><consumer class="fs-consumer"/></standalone-consumer></failed-message-retrier>',
          ),
        },
        at: 'adapter.xml:3:1',
        severity: 'warning',
        says: 'default-failed-message-retrier keeps',
      },
      {
        files: producing('/out'),
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: "in /out, which goes with the pod; say storage: [{ path: '/out', size: Size.gibibytes(1) }]",
      },
      {
        files: producing('/database/out'),
        options: kept,
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'in /database/out, which goes',
      },
      {
        files: producing('%message{directory}'),
        options: kept,
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'in files of the pod',
      },
      {
        files: counting('/data/sequence.properties'),
        options: { ...kept, ...twice },
        at: 'adapter.xml@<simple-sequence-number-service>',
        severity: 'warning',
        says: 'in /data/sequence.properties, which 2 replicas share; say perPod: true',
      },
      {
        files: counting('sequence.properties'),
        at: 'adapter.xml@<simple-sequence-number-service>',
        severity: 'warning',
        says: "say storage: [{ path: '/var/lib/interlok', size: Size.gibibytes(1) }] and a path in it",
      },
      {
        files: retrying('/retry'),
        at: 'adapter.xml:3:1',
        severity: 'warning',
        says: "say storage: [{ path: '/retry'",
      },
      {
        files: { 'adapter.xml': workflow('<connect-url>jdbc:derby:db;create=true</connect-url>') },
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: '<connect-url> keeps state',
        also: ['unknown-element'],
      },
    ],
  },
  'file-not-writable': {
    good: [
      ...['/tmp/out', './logs/out', 'file://localhost/./logs', 'file:///tmp'].map((url) => ({
        files: producing(url),
        options: readOnly,
        also: ['file-store'],
      })),
      // Known at run time alone, or nothing that a pod has.
      ...[
        '%message{directory}/out',
        '%env{OUT}',
        '%sysprop{out}',
        'C:\\out',
        'c:/out',
        'file:///c:/out',
        'file:///c%3A/out',
        '/a%zz',
        'ftp://host/out',
      ].map((url) => ({ files: producing(url), options: readOnly, also: ['file-store'] })),
      { files: producing('/data/out'), options: { ...readOnly, ...kept, writable: ['/tmp', '/data'] } },
      { files: producing('/out'), also: ['file-store'] },
      // A consumer has a rule of its own.
      {
        files: consumer('fs-consumer', '<base-directory-url>/in</base-directory-url>'),
        options: readOnly,
        also: ['file-consumer'],
      },
      // Relative to where an option of the JVM says.
      {
        files: { 'adapter.xml': workflow('<connect-url>jdbc:derby:db;create=true</connect-url>') },
        options: readOnly,
        also: ['unknown-element', 'file-store'],
      },
      {
        files: {
          'adapter.xml': channel(
            '<auto-start>false</auto-start>',
            '<workflow-list><standard-workflow><unique-id>w</unique-id><producer class="fs-producer"><base-directory-url>/out</base-directory-url></producer></standard-workflow></workflow-list>',
          ),
        },
        options: readOnly,
      },
    ],
    bad: [
      {
        files: brokering('<name>broker</name>'),
        options: { ...artemis, ...readOnly },
        at: 'broker.xml@<core ',
        severity: 'warning',
        says: "artemis writes /opt/interlok/data/journal, in a read-only directory; say storage: [{ path: '/opt/interlok/data'",
      },
      {
        files: producing('file:///out'),
        options: readOnly,
        at: 'adapter.xml@<base-directory-url>',
        severity: 'warning',
        says: "fs-producer writes /out, in a read-only directory; say storage: [{ path: '/out', size: Size.gibibytes(1) }]",
      },
      {
        files: producing('../out'),
        options: readOnly,
        at: 'adapter.xml@<base-directory-url>',
        severity: 'warning',
        says: 'writes /opt/out, in',
      },
      {
        files: {
          'adapter.xml': workflow(
            '<message-factory class="file-backed-message-factory"><temp-directory>/work</temp-directory></message-factory>',
          ),
        },
        options: readOnly,
        at: 'adapter.xml@<temp-directory>',
        severity: 'warning',
        says: 'file-backed-message-factory writes /work, in a read-only directory; leave it out, or say /tmp',
        also: ['unknown-element'],
      },
      {
        files: { 'adapter.xml': workflow('<connect-url>jdbc:derby:/db;create=true</connect-url>') },
        options: readOnly,
        at: 'adapter.xml@<connect-url>',
        severity: 'warning',
        says: '<connect-url> writes /db',
        also: ['unknown-element'],
      },
    ],
  },
};
