import type { Case } from './case';

/** A whole configuration as people write them, with what there is to say about it. */
export interface RealisticConfiguration extends Case {
  readonly name: string;
  /** `file:line severity rule`, sorted as findings are. */
  readonly finds: readonly string[];
  /** The errors among the findings with three replicas. @default - not asked */
  readonly findsInReplicas?: readonly string[];
}

const head = (id: string): string => `<adapter>
  <unique-id>${id}</unique-id>
  <start-up-event-imp>com.adaptris.core.event.StandardAdapterStartUpEvent</start-up-event-imp>
  <heartbeat-event-imp>com.adaptris.core.HeartbeatEvent</heartbeat-event-imp>
`;
const tail = `  <message-error-digester class="standard-message-error-digester">
    <unique-id>ErrorDigest</unique-id>
    <digest-max-size>100</digest-max-size>
  </message-error-digester>
</adapter>
`;
const properties = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;
const config = 'adapterConfigUrl.0=file://localhost/./config/adapter.xml';
const loud = 'startAdapterQuietly=false';
const shared = (...connections: readonly string[]): string =>
  `  <shared-components><connections>${connections.join('')}</connections><services/></shared-components>\n`;
const channels = (...list: readonly string[]): string => `  <channel-list>\n${list.join('\n')}\n  </channel-list>\n`;
const using = (name: string): string =>
  `<consume-connection class="shared-connection"><lookup-name>${name}</lookup-name></consume-connection>`;
const workflow = (id: string, consumer: string, services = '', type = 'standard-workflow'): string =>
  `<${type}><unique-id>${id}</unique-id>${consumer}<service-collection class="service-list"><services>${services}</services></service-collection></${type}>`;
const http = (path: string, methods = ''): string =>
  `<consumer class="jetty-message-consumer"><path>${path}</path>${methods === '' ? '' : `<methods>${methods}</methods>`}</consumer>`;
const channel = (id: string, connection: string, workflows: readonly string[], more = ''): string =>
  `    <channel><unique-id>${id}</unique-id>${more}${connection}<workflow-list>${workflows.join('')}</workflow-list></channel>`;
const jetty = '<jetty-embedded-connection><unique-id>Embedded Jetty Connection</unique-id></jetty-embedded-connection>';

/** Configurations after the manner of public ones. */
export const realistic: readonly RealisticConfiguration[] = [
  {
    name: 'an API on a shared embedded Jetty with variables and an optional file that is not there',
    files: {
      'adapter.xml':
        head('orders-api') +
        shared(jetty) +
        channels(
          channel('orders', using('Embedded Jetty Connection'), [
            workflow('list', http('${base.path}/list', 'GET')),
            workflow('create', http('${base.path}/create', 'POST')),
            workflow('delete', http('${base.path}/delete/*', 'DELETE')),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(
        config,
        loud,
        'managementComponents=jmx:jetty',
        'preProcessors=variableSubstitution:systemProperties:environmentVariables',
        'variable-substitution.properties.url.0=file://localhost/./config/variables.properties',
        'variable-substitution.properties.url.1=file://localhost/./config/variables-local.properties',
        'variable-substitution.impl=SIMPLE',
      ),
      'variables.properties': properties('base.path=/api/orders', 'unused=1'),
    },
    finds: ['bootstrap.properties:3 warning ui-default-login'],
    findsInReplicas: [],
  },
  {
    name: 'the bootstrap.properties of the templates, with its backup file, quiet start and JMX',
    files: {
      'adapter.xml': head('MyInterlokInstance') + shared() + channels() + tail,
      'bootstrap.properties': properties(
        config,
        'adapterConfigUrl.1=file://localhost/./config/adapter-backup.xml',
        'managementComponents=jetty:jmx',
        'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
        'startAdapterQuietly=true',
        'enableLocalJndiServer=true',
        'sysprop.org.jboss.logging.provider=slf4j',
      ),
    },
    finds: [
      'bootstrap.properties:2 error several-adapter-config-urls',
      'bootstrap.properties:3 warning ui-default-login',
      'bootstrap.properties:4 warning jmx-without-authentication',
      'bootstrap.properties:5 warning quiet-start',
    ],
  },
  {
    name: 'health checks and metrics in an image of their own, with a channel that does not start',
    files: {
      'adapter.xml':
        head('healthy') +
        shared(jetty) +
        channels(
          channel('in', using('Embedded Jetty Connection'), [workflow('get', http('/get'))]),
          channel(
            'later',
            using('Embedded Jetty Connection'),
            [workflow('post', http('/post'))],
            '<auto-start>${later.start}</auto-start>',
          ),
        ) +
        tail,
      'bootstrap.properties': properties(
        config,
        loud,
        'managementComponents=jetty:jmx:health-check:metrics-jvm:metrics-provider-prometheus',
        'jetty.deploy.monitoredPath=./none',
        'preProcessors=variableSubstitution',
        'variable-substitution.properties.url=file://localhost/./config/variables.properties',
      ),
      'variables.properties': properties('later.start=false'),
    },
    options: { components: ['health-check', 'metrics-jvm', 'metrics-provider-prometheus'] },
    finds: [],
  },
  {
    name: 'pooling workflows on a port of their own',
    files: {
      'adapter.xml':
        head('pooling') +
        channels(
          channel('in', '<consume-connection class="jetty-http-connection"><port>${PORT}</port></consume-connection>', [
            workflow('orders', http('/orders/*'), '', 'pooling-workflow').replace(
              '<service-coll',
              '<pool-size>20</pool-size><service-coll',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(
        config,
        loud,
        'preProcessors=environmentVariables',
        'environment-variables.impl=STRICT',
      ),
    },
    options: { environment: { PORT: '8090' } },
    finds: [],
    findsInReplicas: [],
  },
  {
    name: 'queues to a database, without HTTP, with secrets from the environment',
    files: {
      'adapter.xml':
        head('jms-to-db') +
        shared(
          '<jms-connection><unique-id>broker</unique-id><user-name>interlok</user-name><password>${JMS_PASSWORD}</password><vendor-implementation class="basic-active-mq-implementation"><broker-url>failover:(tcp://mq-0:61616,tcp://mq-1:61616)</broker-url></vendor-implementation></jms-connection>',
          '<jdbc-connection><unique-id>database</unique-id><username>interlok</username><password>%env{DB_PASSWORD}</password><connect-url>jdbc:postgresql://db:5432/orders?sslmode=require</connect-url></jdbc-connection>',
        ) +
        channels(
          channel('queue', using('adapter:comp/env/broker'), [
            workflow(
              'store',
              '<consumer class="jms-queue-consumer"><queue>orders</queue></consumer>',
              '<jdbc-data-capture-service><connection class="shared-connection"><lookup-name>database</lookup-name></connection><statement>insert into t values (${id}, ?)</statement></jdbc-data-capture-service>',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(
        config,
        loud,
        'managementComponents=jmx',
        'preProcessors=environmentVariables',
      ),
    },
    options: { environment: { JMS_PASSWORD: undefined, DB_PASSWORD: undefined } },
    finds: [],
    findsInReplicas: [],
  },
  {
    name: 'a 3.x adapter with destinations on its own release',
    files: {
      'adapter.xml':
        head('three') +
        channels(
          channel('in', '<consume-connection class="jetty-http-connection"><port>8081</port></consume-connection>', [
            workflow(
              'hello',
              '<consumer class="jetty-message-consumer"><destination class="configured-consume-destination"><configured-thread-name>Hello</configured-thread-name><filter-expression>GET</filter-expression><destination>/hello</destination></destination></consumer>',
              '<payload-from-metadata-service><template>Hello ${name}</template></payload-from-metadata-service>',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(config, loud),
    },
    options: { release: '3.9.3' },
    finds: [],
  },
  {
    name: 'the same kind of adapter on 5.x',
    files: {
      'adapter.xml':
        head('three') +
        channels(
          channel('in', '<consume-connection class="jetty-http-connection"><port>8081</port></consume-connection>', [
            workflow(
              'hello',
              '<consumer class="jetty-message-consumer"><destination class="configured-consume-destination"><destination>/hello</destination></destination></consumer>',
              '\n<payload-from-metadata-service><template>Hello ${name}</template></payload-from-metadata-service>',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(config, loud),
    },
    finds: ['adapter.xml:6 error unknown-element', 'adapter.xml:7 error class-not-in-release'],
  },
  {
    name: 'a web service whose path and host come from two variables files',
    files: {
      'adapter.xml':
        head('webservice') +
        shared(jetty) +
        channels(
          channel('ws', using('Embedded Jetty Connection'), [
            workflow(
              'call',
              http('${jetty.uri}'),
              '<standalone-requestor><producer class="standard-http-producer"><url>${service.url}?wsdl</url></producer></standalone-requestor>',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(
        config,
        loud,
        'managementComponents=jetty:jmx',
        'jetty.deploy.monitoredPath=./none',
        'preProcessors=variableSubstitution',
        'variable-substitution.properties.url.1=file://localhost/./config/variables.properties',
        'variable-substitution.properties.url.2=file://localhost/./config/variables-docker.properties',
        'variable-substitution.impl=STRICT',
      ),
      'variables.properties': properties(
        'jetty.uri=/webservice',
        'service.host=localhost',
        'service.url=http://${service.host}:8080/service',
      ),
      'variables-docker.properties': properties('service.host=service'),
    },
    finds: [],
  },
  {
    name: 'mail to mail with passwords in plain text',
    files: {
      'adapter.xml':
        head('mail-to-mail') +
        channels(
          channel('mail', '<consume-connection class="null-connection"/>', [
            workflow(
              'forward',
              '<consumer class="default-mail-consumer"><poller class="fixed-interval-poller"><poll-interval><unit>SECONDS</unit><interval>30</interval></poll-interval></poller><mailbox-url>imap://mail/INBOX</mailbox-url><username>me</username>\n<password>letmein</password></consumer>',
              '\n<standalone-producer><producer class="multi-attachment-smtp-producer"><smtp-url>smtp://me:letmein@mail:25</smtp-url><to>you@example.org</to><mail-creator class="mail-mime-content-creator"><body-selector class="mime-select-by-position"/></mail-creator></producer></standalone-producer>',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(config, loud),
    },
    options: { modules: ['interlok-mail'] },
    finds: [
      'adapter.xml:6 warning polling-in-every-pod',
      'adapter.xml:7 warning plaintext-secret',
      'adapter.xml:8 warning plaintext-secret',
    ],
    findsInReplicas: ['adapter.xml:6 error polling-in-every-pod'],
  },
  {
    name: 'files from FTP and a directory, with bad messages in files and a retrier',
    files: {
      'adapter.xml':
        head('files') +
        `  <message-error-handler class="standard-processing-exception-handler"><processing-exception-service class="service-list"><services><standalone-producer>
<producer class="fs-producer"><base-directory-url>./messages/bad</base-directory-url></producer></standalone-producer></services></processing-exception-service></message-error-handler>
<failed-message-retrier class="default-failed-message-retrier"><standalone-consumer><consumer class="fs-consumer"><poller class="quartz-cron-poller"><cron-expression>0 */2 * * * ?</cron-expression></poller></consumer></standalone-consumer></failed-message-retrier>
` +
        channels(
          channel(
            'ftp',
            '<consume-connection class="ftp-connection"><default-user-name>u</default-user-name><default-password>PW:AAAAEDgR</default-password></consume-connection>',
            [
              workflow(
                'pull',
                '\n<consumer class="ftp-consumer"><poller class="quartz-cron-poller"><cron-expression>0 0 * * * ?</cron-expression></poller><ftp-endpoint>ftp://host/in</ftp-endpoint></consumer>',
              ),
            ],
          ),
          channel('directory', '<consume-connection class="null-connection"/>', [
            workflow(
              'read',
              '\n<consumer class="fs-consumer"><poller class="fixed-interval-poller"/><base-directory-url>./messages/in</base-directory-url></consumer>',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(config, loud),
    },
    finds: [
      'adapter.xml:6 warning file-store',
      'adapter.xml:7 warning file-store',
      'adapter.xml:9 warning reversible-password',
      'adapter.xml:10 warning polling-in-every-pod',
      'adapter.xml:12 warning file-consumer',
    ],
    findsInReplicas: ['adapter.xml:12 error file-consumer'],
  },
  {
    name: 'an embedded broker beside scripts, templates and expressions full of dollars and braces',
    files: {
      'adapter.xml':
        head('scripts') +
        channels(
          channel('triggered', '<consume-connection class="null-connection"/>', [
            workflow(
              'w',
              '<consumer class="null-message-consumer"/>',
              '<embedded-scripting-service><language>js</language><script><![CDATA[ var x = `${message.id}`; if (a < b) { "${x}" } ]]></script></embedded-scripting-service>' +
                '<payload-from-template><template>{"id": "${id}", "name": "${customer.name}"}</template></payload-from-template>' +
                '<log-message-service><comments>^\\$\\{.*\\}$</comments></log-message-service>' +
                '<json-path-service><json-path-execution><source class="constant-data-input-parameter"><value>$.orders[?(@.id)]</value></source><target class="metadata-data-output-parameter"/></json-path-execution></json-path-service>' +
                '<add-metadata-service><metadata-element><key>token</key><value>abc</value></metadata-element></add-metadata-service>',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(config, loud, 'managementComponents=jmx:activemq'),
    },
    options: { components: ['activemq'] },
    finds: [],
  },
  {
    name: 'a durable subscription and a cron trigger on a release before 4.0',
    files: {
      'adapter.xml':
        head('subscriber') +
        shared('<jms-connection><unique-id>topics</unique-id></jms-connection>') +
        channels(
          channel('topic', using('topics'), [
            workflow(
              't',
              '\n<consumer class="jms-topic-consumer"><topic>prices</topic><subscription-id>prices-1</subscription-id></consumer>',
            ),
          ]),
          channel('nightly', '<consume-connection class="null-connection"/>', [
            workflow(
              'n',
              '\n<consumer class="polling-trigger"><poller class="quartz-cron-poller"><cron-expression>0 0 2 * * ?</cron-expression></poller></consumer>',
            ),
          ]),
        ) +
        tail,
      'bootstrap.properties': properties(config, loud),
    },
    options: { release: '3.12.0' },
    finds: ['adapter.xml:8 warning durable-subscription', 'adapter.xml:10 warning polling-in-every-pod'],
    findsInReplicas: ['adapter.xml:8 error durable-subscription', 'adapter.xml:10 error polling-in-every-pod'],
  },
  {
    name: 'HTTPS with a keystore from a Secret and JMX with a login',
    files: {
      'adapter.xml':
        head('tls') +
        channels(
          channel(
            'in',
            '<consume-connection class="jetty-https-connection"><port>8443</port><ssl-properties><key-value-pair><key>KeyStorePath</key><value>./config/server.jks</value></key-value-pair><key-value-pair><key>KeyStorePassword</key><value>${KEYSTORE_PASSWORD}</value></key-value-pair></ssl-properties></consume-connection>',
            [workflow('a', http('/a/*', 'GET,POST')), workflow('b', http('/b', 'PUT'))],
          ),
        ) +
        tail,
      'bootstrap.properties': properties(
        config,
        loud,
        'managementComponents=jmx',
        'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
        'jmxserviceurl.jmxmp.username=admin',
        'jmxserviceurl.jmxmp.password=${JMX_PASSWORD}',
        'preProcessors=environmentVariables',
      ),
    },
    options: { environment: { KEYSTORE_PASSWORD: undefined }, externalFiles: ['server.jks'] },
    finds: [],
    findsInReplicas: [],
  },
];
