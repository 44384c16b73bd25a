import { adapter, bootstrap, channel, type CasesByRule, workflow } from './case';

const consumer = (type: string, inner = ''): Record<string, string> => ({
  'adapter.xml': workflow(`<consumer class="${type}">${inner}</consumer>`),
});
const twice = { instances: 2 };
const pair = (key: string, value: string): string =>
  `<key-value-pair><key>${key}</key><value>${value}</value></key-value-pair>`;
/** A topic that a broker at this URL has. */
const topicAt = (url: string, topic = '<endpoint>jms:topic:t</endpoint>'): Record<string, string> => ({
  'adapter.xml': channel(
    `<consume-connection class="jms-connection"><vendor-implementation class="basic-active-mq-implementation"><broker-url>${url}</broker-url></vendor-implementation></consume-connection>`,
    `<workflow-list><standard-workflow><unique-id>w</unique-id><consumer class="jms-consumer">${topic}</consumer></standard-workflow></workflow-list>`,
  ),
});
const triggered = (
  consumer: string,
  trigger = '<consumer class="triggered-jmx-consumer"/>',
): Record<string, string> => ({
  'adapter.xml': adapter(
    '<channel-list><triggered-channel><unique-id>c</unique-id>',
    `<workflow-list><standard-workflow><unique-id>w</unique-id>${consumer}</standard-workflow></workflow-list>`,
    `<trigger>${trigger}</trigger></triggered-channel></channel-list>`,
  ),
});
const withPassword = (text: string): Record<string, string> => ({
  'adapter.xml': channel(
    `<consume-connection class="jms-connection"><password>${text}</password></consume-connection>`,
  ),
});
const substituting = bootstrap('preProcessors=environmentVariables');
const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----\n';

/** Secrets, security and replicas. */
export const podCases: CasesByRule = {
  'jmx-without-authentication': {
    good: [
      { files: { 'adapter.xml': adapter(), 'bootstrap.properties': bootstrap('managementComponents=jmx') } },
      {
        files: {
          'adapter.xml': adapter(),
          'bootstrap.properties': bootstrap(
            'managementComponents=jmx',
            'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
            'jmxserviceurl.jmxmp.username=x',
            'jmxserviceurl.jmxmp.password=${JMX}',
          ),
        },
      },
      {
        files: {
          'adapter.xml': adapter(),
          'bootstrap.properties': bootstrap(
            'managementComponents=jmx',
            'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
            'jmxserviceurl.env.jmx.remote.server.address.wildcard=false',
          ),
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': adapter(),
          'bootstrap.properties': bootstrap(
            'managementComponents=jmx',
            'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
          ),
        },
        at: 'bootstrap.properties:5:15',
        severity: 'warning',
        says: 'JMX listens on port 5555 of every interface without authentication',
      },
    ],
  },
  'ui-default-login': {
    good: [
      {
        files: {
          'adapter.xml': adapter(),
          'bootstrap.properties': bootstrap('managementComponents=jetty', 'jetty.deploy.monitoredPath=/none'),
        },
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': adapter(), 'bootstrap.properties': bootstrap('managementComponents=jetty') },
        at: 'bootstrap.properties:4:22',
        severity: 'warning',
        says: 'admin/admin',
      },
    ],
  },
  'plaintext-secret': {
    good: [
      {
        files: { ...withPassword('${PASSWORD}'), 'bootstrap.properties': substituting },
        options: { environment: { PASSWORD: undefined } },
      },
      { files: withPassword('%env{PASSWORD}') },
      { files: withPassword('') },
      { files: { 'adapter.xml': workflow('<comments>https://example.org/?user=me</comments>') } },
      // Keys that name what a message has.
      ...[
        '<simple-metadata-user-identity-verifier><metadata-map>PAIR</metadata-map></simple-metadata-user-identity-verifier>',
        '<map-metadata-service><metadata-key-map>PAIR</metadata-key-map></map-metadata-service>',
        '<payload-from-template><metadata-tokens>PAIR</metadata-tokens></payload-from-template>',
        '<jdbc-map-insert><field-mappings>PAIR</field-mappings></jdbc-map-insert>',
      ].map((text) => ({
        files: { 'adapter.xml': workflow(text.replace('PAIR', pair('requestPassword', 'pwd'))) },
        also: ['unknown-element'],
      })),
      // What only stands for a value.
      { files: withPassword('password') },
      { files: withPassword('@db.password@') },
      {
        files: {
          'adapter.xml': workflow(`<ssl-properties>${pair('keyStorePassword', 'key-store-password')}</ssl-properties>`),
        },
        also: ['unknown-element'],
      },
      {
        files: {
          'adapter.xml': adapter(),
          'variables.properties': 'db.password=DB_PASSWORD\napi.token=#{Api.Token}#\nother.secret={{ secret }}',
        },
      },
      {
        files: {
          'adapter.xml': workflow('<connect-url>jdbc:mysql://db/x?user=a&amp;password=password</connect-url>'),
          'variables.properties':
            'db.password=password\nmy.api.token=api-token\ndbKeyStorePassword=keystorePassword\na.secret=****\nb.secret=xxxx',
        },
        also: ['unknown-element'],
      },
    ],
    bad: [
      {
        files: withPassword('hunter2'),
        at: 'adapter.xml:6:54',
        severity: 'warning',
        says: '<password> is in plain text',
      },
      {
        files: {
          'adapter.xml': channel(
            '<consume-connection class="jetty-https-connection"><ssl-properties><key-value-pair><key>KeyStorePassword</key><value>changeit</value></key-value-pair></ssl-properties></consume-connection>',
          ),
        },
        at: 'adapter.xml:6:118',
        severity: 'warning',
        says: "'KeyStorePassword' is in plain text",
      },
      {
        files: { 'adapter.xml': workflow('<connect-url>jdbc:mysql://db/x?user=a&amp;password=b</connect-url>') },
        at: 'adapter.xml:9:14',
        severity: 'warning',
        says: 'the password in the URL of <connect-url>',
        also: ['unknown-element'],
      },
      {
        files: { 'adapter.xml': workflow('<url>ftp://me:secret@example.org/in</url>') },
        at: 'adapter.xml:9:6',
        severity: 'warning',
        says: 'the password in the URL of <url>',
        also: ['unknown-element'],
      },
      {
        files: { 'adapter.xml': adapter(), 'variables.properties': 'db.password=hunter2' },
        at: 'variables.properties:1:13',
        severity: 'warning',
        says: "'db.password'",
      },
    ],
  },
  'reversible-password': {
    good: [{ files: withPassword('%env{PASSWORD}') }],
    bad: [
      {
        files: withPassword('PW:AAAAEA'),
        at: 'adapter.xml:6:54',
        severity: 'warning',
        says: 'PW:, which anyone can decode',
      },
      { files: withPassword('AES_GCM:AAAA'), at: 'adapter.xml:6:54', severity: 'warning', says: 'AES_GCM:' },
      {
        files: { 'adapter.xml': adapter(), 'variables.properties': 'db.password={password}PW:AAAA' },
        at: 'variables.properties:1:13',
        severity: 'warning',
        says: 'PW:',
      },
    ],
  },
  'password-unusable': {
    good: [{ files: withPassword('PW:AAAA'), also: ['reversible-password'] }],
    bad: [
      { files: withPassword('ALTPW:AAAA'), at: 'adapter.xml:6:54', says: 'ALTPW:' },
      { files: withPassword('MSCAPI:AAAA'), at: 'adapter.xml:6:54', says: 'MSCAPI:' },
      {
        files: withPassword('AES_GCM:AAAA'),
        options: { release: '3.12.0' },
        at: 'adapter.xml:6:54',
        says: 'which a pod of 3.12.0 cannot decode',
      },
    ],
  },
  'seed-missing': {
    good: [
      {
        files: {
          ...withPassword('SEED:AAAA'),
          'bootstrap.properties': bootstrap('sysprop.interlok.password.seed=config/seed'),
        },
        options: { externalFiles: ['seed'] },
      },
    ],
    bad: [
      { files: withPassword('SEED:AAAA'), at: 'adapter.xml:6:54', says: 'nothing sets interlok.password.seed' },
      {
        files: {
          ...withPassword('SEED:AAAA'),
          'bootstrap.properties': bootstrap('sysprop.interlok.password.seed=config/seed'),
        },
        at: 'adapter.xml:6:54',
        says: "'config/seed' is not there",
      },
    ],
  },
  'private-key-file': {
    good: [
      { files: { 'adapter.xml': adapter(), 'server.pem': '-----BEGIN CERTIFICATE-----\n' } },
      { files: { 'adapter.xml': adapter(), 'server.pem': key }, options: { bakedIn: true } },
    ],
    bad: [
      {
        files: { 'adapter.xml': adapter(), 'server.pem': `\n${key}` },
        at: 'server.pem:2',
        says: "'server.pem' has a private key in it",
      },
    ],
  },
  'keystore-file': {
    good: [{ files: { 'adapter.xml': adapter(), store: Buffer.from('feedface', 'hex') } }],
    bad: [
      {
        files: { 'adapter.xml': adapter(), store: Buffer.from('feedfeed00000002', 'hex') },
        at: 'store',
        severity: 'warning',
        says: '(JKS)',
      },
      {
        files: { 'adapter.xml': adapter(), 'server.p12': Buffer.from('3082', 'hex') },
        at: 'server.p12',
        severity: 'warning',
        says: 'PKCS#12',
      },
    ],
  },
  'file-name-scanners-refuse': {
    good: [
      { files: { 'adapter.xml': adapter(), 'mapping.xsl': '' } },
      { files: { 'adapter.xml': adapter(), 'bypass.xml': '' }, options: { bakedIn: true } },
    ],
    bad: [
      {
        files: { 'adapter.xml': adapter(), 'bypass.xml': '' },
        at: 'bypass.xml',
        severity: 'warning',
        says: "'pass' in it, which trivy KSV-0109",
      },
      {
        files: { 'adapter.xml': adapter(), 'hockey.xml': '' },
        at: 'hockey.xml',
        severity: 'warning',
        says: 'trivy KSV-01010',
      },
    ],
  },
  'polling-in-every-pod': {
    good: [
      // These work when they are told to, in one pod.
      {
        files: triggered('<consumer class="polling-trigger"><poller class="triggered-one-time-poller"/></consumer>'),
        options: { ...twice, modules: ['interlok-triggered'] },
      },
      {
        files: triggered('<consumer class="default-mail-consumer"><mailbox-url>imap://m</mailbox-url></consumer>'),
        options: { ...twice, modules: ['interlok-triggered', 'interlok-mail'] },
      },
      { files: consumer('jms-queue-consumer', '<queue>q</queue>'), options: twice },
      {
        files: consumer('standard-apache-kafka-consumer', '<topics>t</topics>'),
        options: { ...twice, modules: ['interlok-kafka'] },
      },
    ],
    bad: [
      {
        files: consumer('polling-trigger', '<poller class="quartz-cron-poller"/>'),
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'polling-trigger (quartz-cron-poller) fires in every pod',
      },
      { files: consumer('polling-trigger'), options: twice, at: 'adapter.xml:9:1', says: 'in each of 2 replicas' },
      {
        files: triggered(
          '<consumer class="jms-queue-consumer"><queue>q</queue></consumer>',
          '<consumer class="polling-trigger"/>',
        ),
        options: { ...twice, modules: ['interlok-triggered'] },
        at: 'adapter.xml@<consumer class="polling-trigger"',
        says: 'run one replica (`replicas: 1`)',
      },
      {
        files: consumer('default-mail-consumer', '<mailbox-url>imap://mail/INBOX</mailbox-url>'),
        options: { ...twice, modules: ['interlok-mail'] },
        at: 'adapter.xml:9:1',
        says: 'default-mail-consumer',
      },
      {
        files: consumer(
          'ftp-consumer',
          '<poller class="fixed-interval-poller"/><ftp-endpoint>ftp://host/in</ftp-endpoint>',
        ),
        options: twice,
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'ftp-consumer',
      },
    ],
  },
  'durable-subscription': {
    good: [
      { files: consumer('jms-topic-consumer', '<topic>t</topic>') },
      {
        files: consumer('jms-consumer', '<endpoint>jms:topic:t?subscriptionId=s&amp;sharedConsumerId=c</endpoint>'),
        options: twice,
      },
    ],
    bad: [
      {
        files: consumer('jms-topic-consumer', '<topic>t</topic><subscription-id>s</subscription-id>'),
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: "'s' would be taken in every pod",
      },
      {
        files: consumer('jms-consumer', '<endpoint>jms:topic:t?subscriptionId=s</endpoint>'),
        options: twice,
        at: 'adapter.xml:9:1',
        says: 'in each of 2 replicas',
      },
    ],
  },
  'topic-in-every-pod': {
    good: [
      { files: consumer('jms-consumer', '<endpoint>jms:topic:t</endpoint>') },
      { files: consumer('jms-consumer', '<endpoint>jms:queue:q</endpoint>'), options: twice },
      // Each pod has a broker of its own.
      ...['tcp://localhost:61616', 'vm://broker', 'failover:(tcp://127.0.0.1:61616,tcp://localhost:61617)'].map(
        (url) => ({
          files: topicAt(url),
          options: twice,
        }),
      ),
      {
        files: triggered('<consumer class="jms-topic-consumer"><topic>t</topic></consumer>'),
        options: { ...twice, modules: ['interlok-triggered'] },
      },
      {
        files: consumer('jms-consumer', '<endpoint>jms:topic:t?sharedConsumerId=c</endpoint>'),
        options: twice,
      },
    ],
    bad: [
      {
        files: consumer('jms-consumer', '<endpoint>jms:topic:t</endpoint>'),
        options: twice,
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'jms-consumer has every message of its topic in each of 2 replicas',
      },
      {
        files: topicAt('failover:(tcp://localhost:61616,tcp://broker:61616)'),
        options: twice,
        at: 'adapter.xml@<consumer ',
        severity: 'warning',
        says: 'has every message',
      },
      {
        files: consumer('jms-topic-consumer', '<topic>t</topic>'),
        options: twice,
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'use a shared subscription or a queue',
      },
    ],
  },
  'client-id-in-every-pod': {
    good: [
      { files: consumer('mqtt-consumer', '<client-id>orders</client-id>'), options: { modules: ['interlok-mqtt'] } },
      { files: consumer('mqtt-consumer', '<topic>t</topic>'), options: { ...twice, modules: ['interlok-mqtt'] } },
      {
        files: {
          ...consumer('mqtt-consumer', '<client-id>orders-${HOSTNAME}</client-id>'),
          'bootstrap.properties': substituting,
        },
        options: { ...twice, modules: ['interlok-mqtt'] },
      },
    ],
    bad: [
      {
        files: consumer('mqtt-consumer', '<client-id>orders</client-id>'),
        options: { ...twice, modules: ['interlok-mqtt'] },
        at: 'adapter.xml@<client-id>',
        severity: 'warning',
        says: "the client id 'orders' in each of 2 replicas",
      },
      {
        files: {
          'adapter.xml': channel(
            '<consume-connection class="jms-connection"><client-id>orders</client-id></consume-connection>',
          ),
        },
        options: twice,
        at: 'adapter.xml@<client-id>',
        severity: 'warning',
        says: 'take ${HOSTNAME} into the id',
      },
    ],
  },
};
