import { adapter, bootstrap, channel, type CasesByRule, type FailingCase, workflow } from './case';

const good = { 'adapter.xml': adapter() };
const template = '<consumer class="jms-queue-consumer"><queue>${QUEUE}</queue></consumer>';
const port = channel('<consume-connection class="jetty-http-connection"><port>${PORT}</port></consume-connection>');

const jettyXml = 'webServerConfigUrl=./config/jetty.xml';
const connector =
  '<Configure><New class="org.eclipse.jetty.server.ServerConnector"><Set name="port">8080</Set></New></Configure>';
const substituting = bootstrap(
  'preProcessors=variableSubstitution',
  'variable-substitution.properties.url=file://localhost/./config/variables.properties',
);
const shared = (id: string): string =>
  adapter(
    `<shared-components><connections><jms-connection><unique-id>${id}</unique-id></jms-connection></connections></shared-components>`,
    '<event-handler class="default-event-handler"><connection class="shared-connection"><lookup-name>${broker}</lookup-name></connection></event-handler>',
  );

const logging = bootstrap('preProcessors=environmentVariables', 'environment-variables.impl=strictWithLogging');
const everything = '<Root level="TRACE"><AppenderRef ref="C"/></Root>';
const log4j2 = (loggers: string, filter = ''): string =>
  `<Configuration><Appenders><Console name="C">${filter}</Console></Appenders><Loggers>${loggers}</Loggers></Configuration>`;

const status = (type: string, inner: string): string => `<status-provider class="${type}">${inner}</status-provider>`;
const response = (inner: string): string => `<producer class="jetty-standard-response-producer">${inner}</producer>`;
/** A workflow that answers requests; without a response producer of its own for null. */
const answering = (inner: string | null, more = ''): string =>
  channel(
    '<consume-connection class="jetty-http-connection"><port>8081</port></consume-connection>',
    '<workflow-list><standard-workflow><unique-id>w</unique-id>',
    `<consumer class="jetty-message-consumer"><path>/a</path></consumer>${more}${inner === null ? '' : response(inner)}`,
    '</standard-workflow></workflow-list>',
  );

/** bootstrap.properties, components of the image and variables. */
export const bootstrapCases: CasesByRule = {
  'component-not-in-image': {
    good: [
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap('managementComponents=jmx:jetty', 'jetty.deploy.monitoredPath=/none'),
        },
      },
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap(
            'managementComponents=jetty:jmx:health-check',
            'jetty.deploy.monitoredPath=/none',
          ),
        },
        options: { components: ['health-check'] },
      },
    ],
    bad: [
      {
        files: { ...good, 'bootstrap.properties': bootstrap('managementComponents=jmx: health-check') },
        options: { components: ['health-check'] },
        at: 'bootstrap.properties:4:27',
        says: "write 'health-check' without blanks",
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('managementComponents=jolokia') },
        options: { stockImage: false },
        at: 'bootstrap.properties:4:22',
        says: "nothing says that the image has the management component 'jolokia'",
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('managementComponents=jmx:health-check') },
        at: 'bootstrap.properties:4:26',
        says: 'use an image that has interlok-rest-base and interlok-rest-health-check',
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('managementComponents=jety') },
        at: 'bootstrap.properties:4:22',
        says: "write 'jetty'",
      },
    ],
  },
  'jetty-xml-missing': {
    good: [
      { files: { ...good, 'bootstrap.properties': bootstrap(jettyXml) } },
      { files: { ...good, 'bootstrap.properties': bootstrap(jettyXml, 'managementComponents=jmx') } },
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap(jettyXml, 'managementComponents=jetty'),
          'jetty.xml': connector,
        },
      },
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap('webServerConfigUrl=./ui/jetty.xml', 'managementComponents=jetty'),
        },
        also: ['ui-default-login'],
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap(jettyXml, 'managementComponents=jetty') },
        options: { externalFiles: ['jetty.xml'] },
        also: ['ui-default-login'],
      },
    ],
    bad: [
      {
        files: { ...good, 'bootstrap.properties': bootstrap(jettyXml, 'managementComponents=jetty') },
        at: 'bootstrap.properties:4:20',
        says: "'jetty.xml', which webServerConfigUrl names, is not in the directory",
        also: ['ui-default-login'],
      },
    ],
  },
  'pre-processor-not-in-image': {
    good: [
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap('preProcessors=variableSubstitution:environmentVariables'),
        },
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('preProcessors=xslt') },
        options: { components: ['xslt'] },
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('preProcessors=environmentVariables') },
        options: { release: '4.1.0' },
      },
    ],
    bad: [
      {
        files: { ...good, 'bootstrap.properties': bootstrap('preProcessors=variableSubstitution') },
        options: { release: '3.8.4', stockImage: false },
        at: 'bootstrap.properties:4:15',
        severity: 'warning',
        says: "nothing says that the image has the pre-processor 'variableSubstitution'",
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('preProcessors=environmentVariables ') },
        at: 'bootstrap.properties:4:15',
        says: "write 'environmentVariables' without blanks",
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('preProcessors=xinclude:variableSubstitution') },
        at: 'bootstrap.properties:4:15',
        severity: 'warning',
        says: "take 'xinclude' out: nothing is included",
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('preProcessors=xslt') },
        at: 'bootstrap.properties:4:15',
        says: 'Interlok ignores it',
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('preProcessors=environmentVariable') },
        at: 'bootstrap.properties:4:15',
        says: "write 'environmentVariables'",
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('preProcessors=environmentVariables') },
        options: { release: '4.0.0' },
        at: 'bootstrap.properties:4:15',
        severity: 'warning',
        says: 'the stock image of 4.0.0 most likely does not have',
      },
    ],
  },
  xinclude: {
    good: [{ files: { 'adapter.xml': adapter('<include href="x"/>') }, also: ['unknown-element'] }],
    bad: [
      {
        files: {
          'adapter.xml': adapter('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="channels.xml"/>'),
        },
        at: 'adapter.xml:3:1',
        says: "'channels.xml' is included by xinclude",
      },
      {
        files: {
          'adapter.xml': adapter('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="channels.xml"/>'),
          'bootstrap.properties': bootstrap('preProcessors=xinclude'),
        },
        options: { components: ['xinclude'] },
        at: 'adapter.xml:3:1',
        severity: 'warning',
        says: 'not read here',
      },
    ],
  },
  'bootstrap-incomplete': {
    good: [
      { files: good },
      { files: { ...good, 'bootstrap.properties': bootstrap() }, options: { complete: false } },
      { files: good, options: { bakedIn: true } },
    ],
    bad: [
      {
        files: good,
        options: { complete: false },
        at: 'bootstrap.properties',
        says: 'adapterConfigUrl is missing',
        also: ['quiet-start'],
      },
    ],
  },
  'several-adapter-config-urls': {
    good: [
      { files: { ...good, 'bootstrap.properties': bootstrap('adapterConfigUrl.1=https://example.org/adapter.xml') } },
    ],
    bad: [
      {
        files: { ...good, 'bootstrap.properties': bootstrap('adapterConfigUrl.1=file://localhost/./config/other.xml') },
        at: 'bootstrap.properties:4:1',
        says: 'keep adapterConfigUrl.0 alone',
      },
    ],
  },
  'quiet-start': {
    good: [{ files: good }, { files: { ...good, 'bootstrap.properties': bootstrap() } }],
    bad: [
      {
        files: {
          ...good,
          'bootstrap.properties':
            'adapterConfigUrl.0=file://localhost/./config/adapter.xml\nstartAdapterQuietly=true\n',
        },
        at: 'bootstrap.properties:2:1',
        severity: 'warning',
        says: 'set startAdapterQuietly=false',
      },
      {
        files: { ...good, 'bootstrap.properties': 'adapterConfigUrl.0=file://localhost/./config/adapter.xml\n' },
        options: { complete: false },
        at: 'bootstrap.properties',
        severity: 'warning',
        says: 'is not set',
      },
    ],
  },
  'unknown-substitution-mode': {
    good: [
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables', 'environment-variables.impl=STRICT'),
        },
      },
    ],
    bad: [
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables', 'environment-variables.impl=Strict'),
        },
        at: 'bootstrap.properties:5:28',
        says: "write 'STRICT'",
      },
    ],
  },
  'substitution-logs-values': {
    good: [
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables', 'environment-variables.impl=simple'),
        },
      },
      // What is written in its stead logs at INFO.
      { files: { ...good, 'bootstrap.properties': logging } },
      // log4j2 without a file logs errors alone.
      { files: { ...good, 'bootstrap.properties': logging }, options: { complete: false } },
      ...[
        '<Root level="WARN"/>',
        '<Root level="TRACE"/>',
        '<Root level="debug"><AppenderRef ref="C"/></Root>',
        '<Root level="TRACE"><AppenderRef ref="C" level="INFO"/></Root>',
        '<Root level="TRACE"><AppenderRef ref="C"/></Root><Logger name="VariableSubstitution" level="INFO"/>',
        '<Root level="WARN"><AppenderRef ref="C"/></Root><Logger name="com.adaptris" level="TRACE"/>',
        '<Root level="WARN"><AppenderRef ref="C"/></Root><Logger name="VariableSubstitution" level="TRACE" additivity="false"/>',
        '<Root level="${env:LOG_LEVEL}"><AppenderRef ref="C"/></Root>',
      ].map((loggers) => ({ files: { ...good, 'bootstrap.properties': logging, 'log4j2.xml': log4j2(loggers) } })),
      {
        files: {
          ...good,
          'bootstrap.properties': logging,
          'log4j2.xml': log4j2(everything, '<ThresholdFilter level="INFO"/>'),
        },
      },
      {
        files: {
          ...good,
          'bootstrap.properties': `${logging}\nloggingConfigUrl=./config/quiet.xml`,
          'log4j2.xml': log4j2(everything),
          'quiet.xml': log4j2('<Root level="INFO"><AppenderRef ref="C"/></Root>'),
        },
      },
      // log4j2 takes its properties form first.
      {
        files: {
          ...good,
          'bootstrap.properties': logging,
          'log4j2.xml': log4j2(everything),
          'log4j2.properties': 'appender.c.type=Console\nappender.c.name=C\nrootLogger=INFO, C',
        },
      },
    ],
    bad: [
      ...[
        everything,
        '<root LEVEL="all"><appender-ref ref="C"/><AppenderRef ref="C"/></root>',
        '<Root level="WARN"><AppenderRef ref="C"/></Root><Logger name="VariableSubstitution" level="trace"/>',
      ].map((loggers): FailingCase => ({
        files: { ...good, 'bootstrap.properties': logging, 'log4j2.xml': log4j2(loggers) },
        at: 'bootstrap.properties:5:28',
        severity: 'warning',
        says: "write 'STRICT'",
      })),
      ...['rootLogger = TRACE, C', 'rootLogger.level = all\nrootLogger.appenderRef.any.ref = C'].map(
        (lines): FailingCase => ({
          files: {
            ...good,
            'bootstrap.properties': logging,
            'log4j2.properties': `appender.c.type = Console\nappender.c.name = C\n${lines}`,
          },
          at: 'bootstrap.properties:5:28',
          severity: 'warning',
          says: "write 'STRICT'",
        }),
      ),
      {
        files: { ...good, 'bootstrap.properties': logging },
        // The image's own file logs everything.
        options: { bakedIn: true },
        at: 'bootstrap.properties:5:28',
        severity: 'warning',
        says: "write 'STRICT'",
      },
    ],
  },
  'unresolved-variable': {
    good: [
      {
        files: {
          'adapter.xml': workflow(template),
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables', 'environment-variables.impl=STRICT'),
        },
        options: { environment: { QUEUE: undefined } },
      },
      {
        files: {
          'adapter.xml': workflow(template),
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables'),
        },
        options: { openEnvironment: true },
      },
      {
        files: {
          'adapter.xml': adapter('<!-- ${java.vm.name} ${line.separator} ${user.dir} ${java.runtime.version} -->'),
          'bootstrap.properties': bootstrap('preProcessors=systemProperties', 'system-properties.impl=STRICT'),
        },
      },
      {
        files: {
          'adapter.xml': workflow(
            '<service-collection class="service-list"><services><log-message-service><comments>"${x}"</comments></log-message-service>',
            '<payload-from-template><template>${key}</template></payload-from-template></services></service-collection>',
          ),
        },
      },
      {
        files: {
          'adapter.xml': workflow('<!-- ${QUEUE} -->'),
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables'),
        },
      },
      {
        files: {
          'adapter.xml': workflow(template),
          'bootstrap.properties': bootstrap(
            'preProcessors=variableSubstitution',
            'variable-substitution.properties.url.0=file://localhost/./config/variables.properties',
          ),
          'variables.properties': 'QUEUE=orders',
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': workflow(template),
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables', 'environment-variables.impl=STRICT'),
        },
        at: 'adapter.xml:9:45',
        says: 'environmentVariables is STRICT and has no value for ${QUEUE}',
      },
      {
        files: {
          'adapter.xml': workflow(template),
          'bootstrap.properties': bootstrap('preProcessors=environmentVariables'),
        },
        at: 'adapter.xml:9:45',
        severity: 'warning',
        says: 'nothing gives a value to ${QUEUE} in <queue>',
      },
      {
        files: { 'adapter.xml': workflow(template) },
        at: 'adapter.xml:9:45',
        severity: 'warning',
        says: 'enables no pre-processor',
      },
      { files: { 'adapter.xml': port }, at: 'adapter.xml@${PORT}', says: '${PORT} in <port> stays as it is' },
      {
        files: {
          'adapter.xml': workflow(template),
          'bootstrap.properties': bootstrap(
            'preProcessors=variableSubstitution',
            'variable-substitution.properties.url.0=file://localhost/./config/variables-local.properties',
          ),
        },
        at: 'adapter.xml:9:45',
        severity: 'warning',
        says: "provide 'variables-local.properties'",
      },
      {
        files: {
          'adapter.xml': adapter().replace('>a<', '>${adapter.id}<'),
          'bootstrap.properties': substituting,
          'variables.properties': 'adapter-id=a',
        },
        at: 'adapter.xml:2:12',
        severity: 'warning',
        says: "add 'adapter.id' to a variables file, or correct the name",
      },
      {
        files: { 'adapter.xml': shared('broker'), 'bootstrap.properties': substituting, 'variables.properties': '' },
        at: 'adapter.xml@${broker}',
        says: 'nothing gives a value to ${broker} in <lookup-name>',
      },
      {
        files: { 'adapter.xml': shared('${broker}'), 'bootstrap.properties': substituting, 'variables.properties': '' },
        at: 'adapter.xml@${broker}',
        severity: 'warning',
        says: 'nothing gives a value to ${broker} in <unique-id>',
      },
      {
        files: { 'adapter.xml': port, 'variables-prod.properties': 'PORT=8081' },
        at: 'adapter.xml@${PORT}',
        says: "'variables-prod.properties' has it: add preProcessors=variableSubstitution and variable-substitution.properties.url=file://localhost/./config/variables-prod.properties",
      },
      {
        files: {
          'adapter.xml': port,
          'bootstrap.properties': substituting,
          'variables.properties': '',
          'variables-prod.properties': 'PORT=8081',
        },
        at: 'adapter.xml@${PORT}',
        says: "'variables-prod.properties' has it: add variable-substitution.properties.url=",
      },
      {
        files: {
          'adapter.xml': workflow(template),
          'bootstrap.properties': bootstrap(
            'preProcessors=systemProperties:environmentVariables',
            'system-properties.impl=STRICT',
          ),
        },
        options: { environment: { QUEUE: 'q' } },
        at: 'adapter.xml:9:45',
        says: 'make the last pre-processor alone strict',
      },
    ],
  },
  'circular-variable': {
    good: [
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap(
            'preProcessors=variableSubstitution',
            'variable-substitution.properties.url=file://localhost/./config/variables.properties',
          ),
          'variables.properties': 'host=${HOSTNAME}',
        },
      },
    ],
    bad: [
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap(
            'preProcessors=variableSubstitution',
            'variable-substitution.properties.url=file://localhost/./config/variables.properties',
          ),
          'variables.properties': 'HOSTNAME=${HOSTNAME}',
        },
        at: 'variables.properties:1:1',
        says: "the value of 'HOSTNAME' leads back to 'HOSTNAME'",
      },
    ],
  },
  'every-answer-500': {
    good: [
      { files: { 'adapter.xml': answering(status('http-metadata-status', '<code-key>k</code-key>')) } },
      { files: { 'adapter.xml': answering(status('http-configured-status', '<status>OK_200</status>')) } },
      // What handles errors, and what runs on a condition, may well answer 500.
      {
        files: {
          'adapter.xml': answering(
            status('http-configured-status', '<status>OK_200</status>'),
            `<message-error-handler class="standard-processing-exception-handler"><processing-exception-service class="standalone-producer">${response('')}</processing-exception-service></message-error-handler>`,
          ),
        },
      },
      {
        files: {
          'adapter.xml': answering(
            null,
            `<if-then-otherwise><otherwise>${response('')}</otherwise></if-then-otherwise>`,
          ),
        },
        also: ['unknown-element'],
      },
      // It answers nobody.
      { files: { 'adapter.xml': workflow(response('')) } },
    ],
    bad: [
      {
        files: { 'adapter.xml': answering('') },
        at: 'adapter.xml@<producer',
        severity: 'warning',
        says: 'it answers every request with 500',
      },
      {
        files: { 'adapter.xml': answering(status('http-configured-status', '')) },
        at: 'adapter.xml@<status-provider',
        severity: 'warning',
        says: 'an http-configured-status without a <status>',
      },
      {
        files: { 'adapter.xml': answering(null, `<standalone-producer>${response('')}</standalone-producer>`) },
        at: 'adapter.xml@<producer',
        severity: 'warning',
        says: 'add <status-provider class="http-configured-status">',
        also: ['unknown-element'],
      },
    ],
  },
};
