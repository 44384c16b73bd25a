import { adapter, bootstrap, channel, type CasesByRule, http, served, serving, workflow } from './case';

const path = '<path>/a</path>';
const embedded = '<consume-connection class="jetty-embedded-connection"/>';
const jetty = bootstrap('managementComponents=jetty', 'jetty.deploy.monitoredPath=/none');
const substituting = bootstrap('preProcessors=environmentVariables');
const ownPort = (port: string): Record<string, string> => ({ 'adapter.xml': served(path, http(port)) });

/** Ports and paths. */
export const listeningCases: CasesByRule = {
  'port-whitespace': {
    good: [{ files: ownPort('8081') }],
    bad: [
      { files: ownPort(' 8081 '), at: 'adapter.xml@8081', says: "write '8081' without spaces" },
      { files: ownPort('\n8081\n'), at: 'adapter.xml:7:1', says: 'white space' },
    ],
  },
  'port-invalid': {
    good: [
      { files: ownPort('0x1F91') },
      { files: { 'adapter.xml': channel('<auto-start>false</auto-start>', http('0')) } },
    ],
    bad: [
      { files: ownPort('eighty'), at: 'adapter.xml@eighty', says: "is no number: 'eighty'" },
      { files: ownPort('65536'), at: 'adapter.xml:6:57', says: "is not one from 1 to 65535: '65536'" },
      { files: ownPort('0'), at: 'adapter.xml:6:57', says: "'0'" },
      { files: ownPort(''), at: 'adapter.xml@<port>', says: 'is empty' },
      {
        files: {
          'adapter.xml': adapter(),
          'bootstrap.properties': bootstrap(
            'managementComponents=jetty',
            'jetty.http.port=http',
            'jetty.deploy.monitoredPath=/none',
          ),
        },
        at: 'bootstrap.properties:5:17',
        says: "'http'",
      },
    ],
  },
  'port-known-only-in-pod': {
    good: [
      {
        files: { ...ownPort('${PORT}'), 'bootstrap.properties': substituting },
        options: { environment: { PORT: '8081' } },
      },
    ],
    bad: [
      {
        files: { ...ownPort('${PORT}'), 'bootstrap.properties': substituting },
        options: { environment: { PORT: undefined } },
        at: 'adapter.xml:6:57',
        says: "'${PORT}', whose value only the pod knows",
      },
    ],
  },
  'port-conflict': {
    good: [
      { files: { 'adapter.xml': served(path), 'bootstrap.properties': jetty } },
      {
        files: {
          'adapter.xml': adapter(
            '<channel-list>',
            `<channel><unique-id>c</unique-id>${http(8081)}</channel>`,
            `<channel><unique-id>d</unique-id><auto-start>false</auto-start>${http(8081)}</channel>`,
            '</channel-list>',
          ),
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': adapter(
            '<channel-list>',
            `<channel><unique-id>c</unique-id>${http(8081)}</channel>`,
            `<channel><unique-id>d</unique-id>${http(8081)}</channel>`,
            '</channel-list>',
          ),
        },
        at: 'adapter.xml:5:90',
        says: 'port 8081 of jetty-http-connection is already taken by jetty-http-connection',
      },
      {
        files: { 'adapter.xml': served(path, http(8080)), 'bootstrap.properties': jetty },
        at: 'adapter.xml:6:57',
        says: 'already taken by jetty',
      },
      {
        files: {
          'adapter.xml': served(path, http(5555)),
          'bootstrap.properties': bootstrap(
            'managementComponents=jmx',
            'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
          ),
        },
        at: 'adapter.xml:6:57',
        says: 'already taken by jmx',
        also: ['jmx-without-authentication'],
      },
      {
        files: { 'adapter.xml': served(path), 'bootstrap.properties': bootstrap('managementComponents=jolokia') },
        options: { components: ['jolokia'] },
        at: 'adapter.xml:6:57',
        says: 'already taken by jolokia',
      },
    ],
  },
  'listens-on-localhost': {
    good: [
      {
        files: {
          'adapter.xml': served(
            path,
            http(
              8081,
              '<server-connector-properties><key-value-pair><key>Host</key><value>0.0.0.0</value></key-value-pair></server-connector-properties>',
            ),
          ),
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': served(
            path,
            http(
              8081,
              '<server-connector-properties><key-value-pair><key>Host</key><value>localhost</value></key-value-pair></server-connector-properties>',
            ),
          ),
        },
        at: 'adapter.xml:6:57',
        severity: 'warning',
        says: 'can be reached at localhost alone',
      },
    ],
  },
  'path-missing': {
    good: [{ files: { 'adapter.xml': served('<path/>') } }],
    bad: [{ files: { 'adapter.xml': served('') }, at: 'adapter.xml:8:44', says: 'has no <path>' }],
  },
  'path-without-slash': {
    good: [
      { files: { 'adapter.xml': served('<path>http://localhost:8081/orders</path>') } },
      { files: { 'adapter.xml': served('<path>*.do</path>') } },
    ],
    bad: [{ files: { 'adapter.xml': served('<path>orders</path>') }, at: 'adapter.xml:8:91', says: "write '/orders'" }],
  },
  'path-invalid': {
    good: [
      { files: { 'adapter.xml': served('<path>/a%20b</path>') } },
      // Bytes that are no UTF-8, as ISO-8859-1 would encode an é, are no error of a URI.
      { files: { 'adapter.xml': served('<path>/caf%E9</path>') } },
      { files: { 'adapter.xml': served('<path>http://[::1]:8081/a?b=[c]#d</path>') } },
    ],
    bad: [
      { files: { 'adapter.xml': served('<path>/a b</path>') }, at: 'adapter.xml:8:91', says: 'is no URI' },
      { files: { 'adapter.xml': served('<path>/a[1]</path>') }, at: 'adapter.xml:8:91', says: 'is no URI' },
    ],
  },
  'root-path': {
    good: [
      { files: { 'adapter.xml': served('<path>/*</path>') } },
      { files: { 'adapter.xml': served('<path></path>') } },
      {
        files: { 'adapter.xml': served('<path>/</path>', embedded), 'bootstrap.properties': jetty },
        also: ['catch-all-on-management-jetty'],
      },
    ],
    bad: [{ files: { 'adapter.xml': served('<path>/</path>') }, at: 'adapter.xml:8:91', says: "write '/*'" }],
  },
  'duplicate-path': {
    good: [
      {
        files: {
          'adapter.xml': channel(
            http(8081),
            '<workflow-list>',
            serving('v', '<path>/a</path>'),
            serving('w', '<path>/a/*</path>'),
            '</workflow-list>',
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
            serving('v', path),
            serving('w', '<path>http://h/a</path>'),
            '</workflow-list>',
          ),
        },
        at: 'adapter.xml:9:91',
        says: "has the path '/a' already (line 8)",
      },
      {
        files: {
          'adapter.xml': channel(
            embedded,
            '<workflow-list>',
            serving('v', path),
            serving('w', path),
            '</workflow-list>',
          ),
          'bootstrap.properties': jetty,
        },
        at: 'adapter.xml:9:91',
        says: 'another consumer on the same jetty',
      },
    ],
  },
  'path-known-only-in-pod': {
    good: [
      {
        files: { 'adapter.xml': served('<path>/${NAME}</path>'), 'bootstrap.properties': substituting },
        options: { environment: { NAME: 'orders' } },
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': served('<path>/${NAME}</path>'), 'bootstrap.properties': substituting },
        options: { environment: { NAME: undefined } },
        at: 'adapter.xml:8:91',
        says: "'/${NAME}', whose value only the pod knows",
      },
    ],
  },
  'catch-all-on-management-jetty': {
    good: [
      { files: { 'adapter.xml': served('<path>/*</path>') } },
      { files: { 'adapter.xml': served('<path>/a/*</path>', embedded), 'bootstrap.properties': jetty } },
    ],
    bad: [
      {
        files: { 'adapter.xml': served('<path>/*</path>', embedded), 'bootstrap.properties': jetty },
        at: 'adapter.xml:8:91',
        severity: 'warning',
        says: 'give the consumer a prefix',
      },
    ],
  },
  'embedded-without-jetty': {
    good: [
      { files: { 'adapter.xml': served(path, embedded), 'bootstrap.properties': jetty } },
      { files: { 'adapter.xml': channel('<auto-start>false</auto-start>', embedded) } },
    ],
    bad: [
      {
        files: { 'adapter.xml': served(path, embedded) },
        at: 'adapter.xml:6:1',
        says: 'add a bootstrap.properties with managementComponents=jetty',
      },
      {
        files: {
          'adapter.xml': served(path, embedded),
          'bootstrap.properties': bootstrap('managementComponents=jmx'),
        },
        at: 'adapter.xml:6:1',
        says: "add 'jetty' to managementComponents in bootstrap.properties",
      },
      {
        files: { 'adapter.xml': adapter('<failed-message-retrier class="retry-via-jetty"/>') },
        at: 'adapter.xml:3:1',
        says: 'retry-via-jetty needs the management Jetty',
        also: ['required-missing'],
      },
    ],
  },
  'pooling-without-ids': {
    good: [
      { files: { 'adapter.xml': workflow() } },
      {
        files: {
          'adapter.xml': channel(
            http(8081),
            '<workflow-list>',
            '<pooling-workflow><consumer class="jetty-message-consumer"><path>/a</path></consumer><jetty-pooling-workflow-interceptor/></pooling-workflow>',
            '</workflow-list>',
          ),
        },
        also: ['id-missing'],
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': channel(
            http(8081),
            '<workflow-list>',
            '<pooling-workflow><consumer class="jetty-message-consumer"><path>/a</path></consumer></pooling-workflow>',
            '</workflow-list>',
          ),
        },
        at: 'adapter.xml:8:1',
        severity: 'warning',
        says: 'it has no <unique-id>',
        also: ['id-missing'],
      },
    ],
  },
};
