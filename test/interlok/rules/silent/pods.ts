import { adapter, bootstrap, channel, workflow } from '../cases/case';
import { pair, services, type SilentCases, withPassword } from './silent';

const good = { 'adapter.xml': adapter() };
const twice = { instances: 2 };
const consuming = (alias: string, fields: string, around = ''): string =>
  channel(
    around,
    '<workflow-list><standard-workflow><unique-id>w</unique-id>',
    `<consumer class="${alias}">${fields}</consumer></standard-workflow></workflow-list>`,
  );
const stopped = '<auto-start>false</auto-start>';

/** Of the rules about pods, replicas and secrets. */
export const silentPods: SilentCases = {
  'jmx-without-authentication': {
    'the URL leads to a broker, or only the host alone is bound': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap(
          'managementComponents=jmx',
          'jmxserviceurl=service:jmx:activemq:///jmx?brokerURL=tcp://broker:61616',
        ),
      },
    },
    'jmx is not enabled': {
      files: { ...good, 'bootstrap.properties': bootstrap('jmxserviceurl=service:jmx:jmxmp://localhost:5555') },
    },
  },
  'ui-default-login': {
    'the image has no web UI': {
      files: { ...good, 'bootstrap.properties': bootstrap('managementComponents=jetty') },
      options: { ui: false },
    },
  },
  'plaintext-secret': {
    'the value is the last words of its key, or a mark of another tool': {
      files: {
        'adapter.xml': workflow(withPassword('password')),
        'variables.properties':
          'db.password=password\nmyApiToken=api-token\na.secret=#{Secret}#\nb.secret=****\nc.secret=',
      },
    },
    'the key is one of metadata, or a word that ends like one': {
      files: {
        'adapter.xml': workflow(
          services(
            `<metadata-filter-service><filter class="regex-metadata-filter"><include-pattern>password</include-pattern></filter></metadata-filter-service>`,
            `<payload-from-template><metadata-tokens>${pair('requestPassword', 'pwd')}</metadata-tokens></payload-from-template>`,
          ),
        ),
        'variables.properties': 'broken=yes\npassword.prompt=Who are you?',
      },
    },
    'the value is found at run time': { files: { 'adapter.xml': workflow(withPassword('%env{DB_PASSWORD}')) } },
  },
  'reversible-password': {
    'another field has such a text': { files: { 'adapter.xml': workflow('<comments>PW:AAAA</comments>') } },
  },
  'password-unusable': {
    'the form is one that the release knows': {
      files: { 'adapter.xml': workflow(withPassword('AES_GCM:AAAA')) },
      options: { release: '4.0.0' },
    },
  },
  'seed-missing': {
    'a -D option names the file, and a Secret brings it': {
      files: { 'adapter.xml': workflow(withPassword('SEED:AAAA')) },
      options: {
        externalFiles: ['seed'],
        environment: { JVM_ARGS: '-Dinterlok.password.seed=/opt/interlok/config/seed' },
      },
    },
    'the file lies outside of the directory': {
      files: {
        'adapter.xml': workflow(withPassword('SEED:AAAA')),
        'bootstrap.properties': bootstrap('sysprop.interlok.password.seed=/secrets/seed'),
      },
    },
  },
  'private-key-file': {
    'the file has a public key or a certificate': {
      files: { ...good, 'server.pem': '-----BEGIN CERTIFICATE-----\n-----BEGIN PUBLIC KEY-----\nno PRIVATE KEY here' },
    },
    'the configuration is in the image': {
      files: { ...good, 'server.pem': '-----BEGIN PRIVATE KEY-----\n' },
      options: { bakedIn: true },
    },
  },
  'keystore-file': {
    'the file is shorter than a mark, or a class of Java': {
      files: { ...good, a: Buffer.from('fe', 'hex'), 'A.class': Buffer.from('cafebabe', 'hex') },
    },
  },
  'file-name-scanners-refuse': {
    'the word is in the file alone': { files: { ...good, 'mapping.xsl': '<password/>' } },
  },
  'file-consumer': {
    'the channel does not start': { files: { 'adapter.xml': consuming('fs-consumer', '', stopped) }, options: twice },
    'the files are read when a message asks for them': {
      files: {
        'adapter.xml': workflow(
          '<service-collection class="aggregating-fs-consume-service"><fs-consumer/></service-collection>',
        ),
      },
      options: twice,
    },
  },
  'polling-in-every-pod': {
    'the broker gives each message to one pod': {
      files: { 'adapter.xml': consuming('jms-poller', '') },
      options: twice,
    },
    'the channel does not start': {
      files: { 'adapter.xml': consuming('polling-trigger', '', stopped) },
      options: twice,
    },
  },
  'file-store': {
    'Derby runs in memory or on a server': {
      files: { 'adapter.xml': workflow('<connect-url>jdbc:derby:memory:orders;create=true</connect-url>') },
    },
    'the channel does not start': {
      files: {
        'adapter.xml': channel(
          stopped,
          '<workflow-list><standard-workflow><unique-id>w</unique-id><producer class="fs-producer"/></standard-workflow></workflow-list>',
        ),
      },
    },
  },
  'file-not-writable': {
    'the directory is known at run time alone': {
      files: {
        'adapter.xml': workflow(
          '<producer class="fs-producer"><base-directory-url>file:///%message{directory}</base-directory-url></producer>',
        ),
      },
      options: { writable: ['/tmp'] },
    },
    'the path leads to a directory that can be written to, by a detour': {
      files: {
        'adapter.xml': workflow(
          '<producer class="fs-producer"><base-directory-url>file:////var/../tmp/out</base-directory-url></producer>',
        ),
      },
      options: { writable: ['/tmp'] },
    },
  },
  'durable-subscription': {
    'the subscription is shared, in whatever order': {
      files: {
        'adapter.xml': consuming(
          'jms-consumer',
          '<endpoint>jms:topic:t?sharedConsumerId=c&amp;subscriptionId=s</endpoint>',
        ),
      },
      options: twice,
    },
    'the element is empty': { files: { 'adapter.xml': consuming('jms-topic-consumer', '<subscription-id/>') } },
  },
  'topic-in-every-pod': {
    'it is a queue whose name has topic in it': {
      files: { 'adapter.xml': consuming('jms-consumer', '<endpoint>jms:queue:jms:topic:t</endpoint>') },
      options: twice,
    },
    'each pod has its own broker': {
      files: {
        'adapter.xml': consuming(
          'jms-topic-consumer',
          '<topic>t</topic>',
          '<consume-connection class="jms-connection"><vendor-implementation class="basic-active-mq-implementation"><broker-url>tcp://[::1]:61616</broker-url></vendor-implementation></consume-connection>',
        ),
      },
      options: twice,
    },
  },
  'client-id-in-every-pod': {
    'the id is found at run time': {
      files: {
        'adapter.xml': channel(
          '<consume-connection class="jms-connection"><client-id>orders-%env{HOSTNAME}</client-id></consume-connection>',
        ),
      },
      options: twice,
    },
    'there is one replica': {
      files: {
        'adapter.xml': channel(
          '<consume-connection class="jms-connection"><client-id>orders</client-id></consume-connection>',
        ),
      },
    },
  },
};
